'use client';

import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import { useFormat } from '@/components/use-format';
import type { Page } from '@/lib/kernel/page';
import type { StatementLine } from '@/lib/settlement/statement-schema';
import { videoUrl } from './earnings-urls';
import { useVideoColumns } from './use-video-columns';

export type LinesQuery = UseInfiniteQueryResult<InfiniteData<Page<StatementLine>>>;

/** The videos of a statement, what earned most first; each opens its lines of the month. */
export function StatementVideos({ query, from, total }: { query: LinesQuery; from: string; total: number }) {
  const t = useTranslations('statements');
  const format = useFormat();
  return (
    <Panel title={t('perVideo')} note={t('perVideoNote', { amount: format.won(total) })} flush>
      <DataTable
        label={t('perVideo')}
        columns={useVideoColumns()}
        rows={query.data?.pages.flatMap((page) => page.items)}
        rowId={(row) => String(row.contentId)}
        hrefOf={(row) => videoUrl(row.contentId, 'month', from)}
        empty={<EmptyState title={t('noVideos')} />}
        error={query.error}
        onRetry={() => void query.refetch()}
        more={{ hasMore: query.hasNextPage, busy: query.isFetchingNextPage, load: () => void query.fetchNextPage() }}
      />
    </Panel>
  );
}
