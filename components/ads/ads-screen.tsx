'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { PageHeader } from '@/components/frame/page-header';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterSelect } from '@/components/ui/filter-select';
import { LinkButton } from '@/components/ui/link-button';
import { PagedTable } from '@/components/ui/paged-table';
import { Panel } from '@/components/ui/panel';
import { SearchInput } from '@/components/ui/search-input';
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
        <Panel title={t('title')} bar={<Filters search={search} onSearch={(next) => void setSearch(next)} />} flush>
          <PagedTable
            label={t('title')}
            query={query}
            columns={useAdColumns(admin)}
            rowId={(row) => String(row.id)}
            hrefOf={(row) => `/ads/${row.id}`}
            empty={<Nothing filtered={search.q !== '' || search.state !== null} />}
          />
        </Panel>
      </div>
    </>
  );
}

function NewAd() {
  const t = useTranslations('ads');
  return (
    <LinkButton variant="primary" href="/ads/new" icon={Plus}>
      {t('new')}
    </LinkButton>
  );
}

type Search = { q: string; state: AdState | null };

function Filters({ search, onSearch }: { search: Search; onSearch: (next: Partial<Search>) => void }) {
  const t = useTranslations('ads');
  return (
    <>
      <SearchInput label={t('search')} hint={t('searchHint')} value={search.q} onChange={(q) => onSearch({ q })} />
      <FilterSelect
        label={t('state')}
        all={t('allStates')}
        options={AD_STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
        value={search.state}
        onChange={(state) => onSearch({ state })}
      />
    </>
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
