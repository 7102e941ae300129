'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { parseAsString, useQueryState } from 'nuqs';
import { PageHeader } from '@/components/frame/page-header';
import { Button } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Input } from '@/components/ui/input';
import { Panel } from '@/components/ui/panel';
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
        title={
          <Input
            type="search"
            aria-label={t('ads.search')}
            placeholder={t('ads.searchHint')}
            value={q}
            onChange={(event) => void setQ(event.target.value)}
            className="max-w-72 font-normal max-md:max-w-full"
          />
        }
        flush
      >
        <DataTable
          label={t('adVideos')}
          columns={useAdVideoColumns(admin)}
          rows={query.data?.pages.flatMap((page) => page.items)}
          rowId={(row) => String(row.id)}
          hrefOf={(row) => `/streaming/ad-videos/${row.id}`}
          empty={<Nothing filtered={q !== ''} />}
          error={query.error}
          onRetry={() => void query.refetch()}
          busy={query.isPlaceholderData}
          more={{ hasMore: query.hasNextPage, busy: query.isFetchingNextPage, load: () => void query.fetchNextPage() }}
        />
      </Panel>
    </>
  );
}

function NewAdVideo() {
  const t = useTranslations('streaming.ads');
  return (
    <Button asChild variant="primary">
      <Link href="/streaming/ad-videos/new">
        <Plus aria-hidden className="size-4" />
        {t('new')}
      </Link>
    </Button>
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
