'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { parseAsString, useQueryState } from 'nuqs';
import { PageHeader } from '@/components/frame/page-header';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PagedTable } from '@/components/ui/paged-table';
import { Panel } from '@/components/ui/panel';
import { SearchInput } from '@/components/ui/search-input';
import { useDebounced } from '@/components/use-debounced';
import { adVideosQuery } from '@/lib/streaming/client';
import { useAdVideoColumns } from './use-ad-video-columns';

/** One's own ad videos, or all of them for an admin. */
export function AdVideosScreen({ admin }: { admin: boolean }) {
  const t = useTranslations('streaming');
  const [q, setQ] = useQueryState('q', parseAsString.withDefault('').withOptions({ history: 'replace' }));
  const query = useInfiniteQuery(adVideosQuery(useDebounced(q)));
  return (
    <>
      <PageHeader
        title={t('adVideos')}
        back={admin ? <Link href="/streaming">{t('title')}</Link> : undefined}
        action={<NewAdVideo />}
      />
      <Panel
        title={t('adVideos')}
        bar={
          <SearchInput
            label={t('ads.search')}
            hint={t('ads.searchHint')}
            value={q}
            onChange={(text) => void setQ(text)}
          />
        }
        flush
      >
        <PagedTable
          label={t('adVideos')}
          query={query}
          columns={useAdVideoColumns(admin)}
          rowId={(row) => String(row.id)}
          hrefOf={(row) => `/streaming/ad-videos/${row.id}`}
          empty={<Nothing filtered={q !== ''} />}
        />
      </Panel>
    </>
  );
}

function NewAdVideo() {
  const t = useTranslations('streaming.ads');
  return (
    <LinkButton variant="primary" href="/streaming/ad-videos/new" icon={Plus}>
      {t('new')}
    </LinkButton>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  const t = useTranslations('streaming.ads');
  if (filtered) return <EmptyState title={t('notFound')} />;
  return (
    <EmptyState title={t('emptyTitle')} action={<NewAdVideo />}>
      <p>{t('emptyHow')}</p>
    </EmptyState>
  );
}
