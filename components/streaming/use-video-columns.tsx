'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Badge } from '@/components/ui/badge';
import { columnHelper } from '@/components/ui/data-table-columns';
import { Figure } from '@/components/ui/figure';
import type { WatchedVideo } from '@/lib/dashboard/streaming-schema';
import { formatClock } from '@/lib/kernel/format';
import { useWatchTime } from './use-watch-time';

const column = columnHelper<WatchedVideo>();

/** The columns of the list of videos. */
export function useVideoColumns() {
  const t = useTranslations('streaming');
  return useMemo(
    () =>
      column.columns([
        column.accessor('title', { header: t('video'), meta: { card: 'title' } }),
        column.accessor('views', {
          header: t('views'),
          cell: (cell) => <Figure value={cell.getValue()} />,
          meta: { width: '7rem', align: 'end' },
        }),
        column.accessor('adViews', {
          header: t('adViews'),
          cell: (cell) => <Figure value={cell.getValue()} />,
          meta: { width: '7rem', align: 'end' },
        }),
        column.accessor('watchSeconds', {
          header: t('watchTime'),
          cell: (cell) => <WatchTime seconds={cell.getValue()} />,
          meta: { width: '7rem', align: 'end' },
        }),
        column.accessor('durationSeconds', {
          header: t('duration'),
          cell: (cell) => formatClock(cell.getValue()),
          meta: { width: '6rem', align: 'end' },
        }),
        column.accessor('archived', {
          header: t('state'),
          cell: (cell) => (
            <Badge tone={cell.getValue() ? 'neutral' : 'good'}>{t(cell.getValue() ? 'archived' : 'published')}</Badge>
          ),
          meta: { width: '7rem' },
        }),
      ]),
    [t],
  );
}

function WatchTime({ seconds }: { seconds: number }) {
  return <>{useWatchTime()(seconds)}</>;
}
