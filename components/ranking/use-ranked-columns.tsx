'use client';

import { Trophy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Badge } from '@/components/ui/badge';
import { columnHelper } from '@/components/ui/data-table-columns';
import { Figure } from '@/components/ui/figure';
import { Time } from '@/components/ui/time';
import type { Ranked } from '@/lib/community/schema';

const column = columnHelper<Ranked>();

/** Columns of a board: rank, who, for how many posts, since when, and what it earns. */
export function useRankedColumns(memberId: string) {
  const t = useTranslations('ranking');
  return useMemo(
    () =>
      column.columns([
        column.accessor('rank', {
          header: t('rank'),
          cell: (cell) => <Rank rank={cell.getValue()} />,
          meta: { width: '5rem' },
        }),
        column.accessor('name', {
          header: t('member'),
          cell: ({ row }) => (
            <span className="inline-flex flex-wrap items-center gap-2">
              {row.original.name ?? t('memberOf', { id: row.original.memberId.slice(-6) })}
              {row.original.memberId === memberId && <Badge tone="accent">{t('me')}</Badge>}
            </span>
          ),
          meta: { card: 'title' },
        }),
        column.accessor('posts', {
          header: t('posts'),
          cell: (cell) => <Figure value={cell.getValue()} />,
          meta: { align: 'end', width: '10rem' },
        }),
        column.accessor('reachedAt', {
          header: t('reachedAt'),
          cell: (cell) => <Time at={cell.getValue()} clockOnly />,
          meta: { align: 'end', width: '9rem' },
        }),
        column.accessor('rewardPoints', {
          header: t('reward'),
          cell: (cell) =>
            cell.getValue() === 0 ? <span className="text-muted">–</span> : <Figure value={cell.getValue()} />,
          meta: { align: 'end', width: '8rem' },
        }),
      ]),
    [t, memberId],
  );
}

function Rank({ rank }: { rank: number }) {
  return (
    <span className="inline-flex items-center gap-1.5 tabular-nums">
      {rank}
      {rank <= 3 && <Trophy aria-hidden className="size-4 text-warn" />}
    </span>
  );
}
