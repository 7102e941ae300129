'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { PageHeader } from '@/components/frame/page-header';
import { Button } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Input } from '@/components/ui/input';
import { Panel } from '@/components/ui/panel';
import { Select } from '@/components/ui/select';
import { useDebounced } from '@/components/use-debounced';
import { adsQuery } from '@/lib/ads/client';
import type { AdState } from '@/lib/ads/rules';
import { AD_STATES } from '@/lib/ads/schema';
import { CurlLine } from './curl-line';
import { DraftsPanel } from './drafts-panel';
import { useAdColumns } from './use-ad-columns';

const adsSearch = {
  q: parseAsString.withDefault(''),
  state: parseAsStringLiteral(AD_STATES),
};

/** One's own ads, or all of them for an admin: found, narrowed by state, opened; what is still being written stands above. */
export function AdsScreen({ admin }: { admin: boolean }) {
  const t = useTranslations('ads');
  const [search, setSearch] = useQueryStates(adsSearch, { history: 'replace' });
  const query = useInfiniteQuery(adsQuery({ search: useDebounced(search.q), state: search.state }));
  return (
    <>
      <PageHeader title={t('title')} action={<NewAd />} />
      <div className="flex flex-col gap-4">
        <DraftsPanel />
        <Panel title={<Filters search={search} onSearch={(next) => void setSearch(next)} />} flush>
          <DataTable
            label={t('title')}
            columns={useAdColumns(admin)}
            rows={query.data?.pages.flatMap((page) => page.items)}
            rowId={(row) => String(row.id)}
            hrefOf={(row) => `/ads/${row.id}`}
            empty={<Nothing filtered={search.q !== '' || search.state !== null} />}
            error={query.error}
            onRetry={() => void query.refetch()}
            busy={query.isPlaceholderData}
            more={{
              hasMore: query.hasNextPage,
              busy: query.isFetchingNextPage,
              load: () => void query.fetchNextPage(),
            }}
          />
        </Panel>
      </div>
    </>
  );
}

function NewAd() {
  const t = useTranslations('ads');
  return (
    <Button asChild variant="primary">
      <Link href="/ads/new">
        <Plus aria-hidden className="size-4" />
        {t('new')}
      </Link>
    </Button>
  );
}

type Search = { q: string; state: AdState | null };

function Filters({ search, onSearch }: { search: Search; onSearch: (next: Partial<Search>) => void }) {
  const t = useTranslations('ads');
  const options = [
    { value: 'all' as const, label: t('allStates') },
    ...AD_STATES.map((value) => ({ value, label: t(`states.${value}`) })),
  ];
  return (
    <span className="flex flex-wrap items-center gap-2 font-normal">
      <Input
        type="search"
        aria-label={t('search')}
        placeholder={t('searchHint')}
        value={search.q}
        onChange={(event) => onSearch({ q: event.target.value })}
        className="max-w-72 max-md:max-w-full"
      />
      <Select
        toolbar
        aria-label={t('state')}
        options={options}
        value={search.state ?? 'all'}
        onChange={(state) => onSearch({ state: state === 'all' ? null : state })}
      />
    </span>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  const t = useTranslations('ads');
  if (filtered) return <EmptyState title={t('notFound')} />;
  return (
    <EmptyState title={t('emptyTitle')} action={<NewAd />}>
      <p>{t('emptyHow')}</p>
      <CurlLine />
    </EmptyState>
  );
}
