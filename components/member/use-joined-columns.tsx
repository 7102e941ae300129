'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { columnHelper } from '@/components/ui/data-table-columns';
import { Figure } from '@/components/ui/figure';
import { Time } from '@/components/ui/time';
import type { JoinedAd } from '@/lib/ads/schema';

const column = columnHelper<JoinedAd>();

/** Columns of the history: when, which ad, for how many points, as they were then. */
export function useJoinedColumns() {
  const t = useTranslations('history');
  return useMemo(
    () =>
      column.columns([
        column.accessor('joinedAt', {
          header: t('joinedAt'),
          cell: (cell) => <Time at={cell.getValue()} />,
          meta: { width: '16rem' },
        }),
        column.accessor('adName', { header: t('ad'), meta: { card: 'title' } }),
        column.accessor('rewardPoints', {
          header: t('reward'),
          cell: (cell) => <Figure value={cell.getValue()} />,
          meta: { align: 'end', width: '10rem' },
        }),
      ]),
    [t],
  );
}
