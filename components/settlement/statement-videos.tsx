'use client';

import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/empty-state';
import { type PagedQuery, PagedTable } from '@/components/ui/paged-table';
import { Panel } from '@/components/ui/panel';
import { useFormat } from '@/components/use-format';
import type { StatementLine } from '@/lib/settlement/statement-schema';
import { videoUrl } from './earnings-urls';
import { useVideoColumns } from './use-video-columns';

type StatementVideosProps = { query: PagedQuery<StatementLine>; from: string; total: number };

/** The videos of a statement, what earned most first; each opens its lines of the month. */
export function StatementVideos({ query, from, total }: StatementVideosProps) {
  const t = useTranslations('statements');
  const format = useFormat();
  return (
    <Panel title={t('perVideo')} note={t('perVideoNote', { amount: format.won(total) })} flush>
      <PagedTable
        label={t('perVideo')}
        query={query}
        columns={useVideoColumns()}
        rowId={(row) => String(row.contentId)}
        hrefOf={(row) => videoUrl(row.contentId, 'month', from)}
        empty={<EmptyState title={t('noVideos')} />}
      />
    </Panel>
  );
}
