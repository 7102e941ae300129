'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { columnHelper } from '@/components/ui/data-table-columns';
import { DayOf } from '@/components/ui/day-of';
import { formatClock } from '@/lib/kernel/format';
import type { AdVideo } from '@/lib/streaming/ad-video-schema';
import { ActiveBadge } from './active-badge';

const column = columnHelper<AdVideo>();

/** The columns of the list of ad videos; only an admin sees whose they are. */
export function useAdVideoColumns(admin: boolean) {
  const t = useTranslations('streaming');
  return useMemo(
    () =>
      column.columns([
        column.accessor('title', { header: t('ads.name'), meta: { card: 'title' } }),
        column.accessor('active', {
          header: t('state'),
          cell: (cell) => <ActiveBadge active={cell.getValue()} />,
          meta: { width: '7rem' },
        }),
        column.accessor('durationSeconds', {
          header: t('duration'),
          cell: (cell) => formatClock(cell.getValue()),
          meta: { width: '6rem', align: 'end' },
        }),
        ...(admin
          ? [
              column.accessor('ownerName', {
                header: t('ads.owner'),
                cell: (cell) => cell.getValue() ?? <span className="text-muted">{t('ads.house')}</span>,
                meta: { width: '10rem' },
              }),
            ]
          : []),
        column.accessor('createdAt', {
          header: t('ads.createdAt'),
          cell: (cell) => <DayOf at={cell.getValue()} />,
          meta: { width: '9rem' },
        }),
      ]),
    [t, admin],
  );
}
