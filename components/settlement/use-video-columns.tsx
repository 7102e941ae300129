'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { columnHelper } from '@/components/ui/data-table-columns';
import { Figure } from '@/components/ui/figure';

/** A video of a settlement or of a statement. */
export type EarningVideo = {
  contentId: number;
  title: string;
  views: number;
  adViews: number;
  videoAmount: number;
  adAmount: number;
  total: number;
  adjustments: readonly { total: number }[];
};

const column = columnHelper<EarningVideo>();
const end = (width: string) => ({ align: 'end', width }) as const;

/** Columns of videos: what each was watched, what it earned, and what of that corrects closed days. */
export function useVideoColumns() {
  const t = useTranslations('earnings');
  return useMemo(
    () =>
      column.columns([
        column.accessor('title', { header: t('videoColumn'), meta: { card: 'title' } }),
        column.accessor('views', {
          header: t('views'),
          cell: (cell) => <Figure value={cell.getValue()} />,
          meta: end('7rem'),
        }),
        column.accessor('adViews', {
          header: t('adViews'),
          cell: (cell) => <Figure value={cell.getValue()} />,
          meta: end('7rem'),
        }),
        column.accessor('videoAmount', {
          header: t('video'),
          cell: (cell) => <Figure value={cell.getValue()} as="won" />,
          meta: end('9rem'),
        }),
        column.accessor('adAmount', {
          header: t('ad'),
          cell: (cell) => <Figure value={cell.getValue()} as="won" />,
          meta: end('9rem'),
        }),
        column.accessor('adjustments', {
          header: t('adjustments'),
          cell: (cell) => <Adjusted parts={cell.getValue()} />,
          meta: end('8rem'),
        }),
        column.accessor('total', {
          header: t('total'),
          cell: (cell) => <Figure value={cell.getValue()} as="won" />,
          meta: end('9rem'),
        }),
      ]),
    [t],
  );
}

function Adjusted({ parts }: { parts: EarningVideo['adjustments'] }) {
  if (parts.length === 0) return <span className="text-muted">–</span>;
  return <Figure value={parts.reduce((sum, part) => sum + part.total, 0)} as="won" />;
}
