'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { columnHelper } from '@/components/ui/data-table-columns';
import { useFormat } from '@/components/use-format';
import type { Ad } from '@/lib/ads/schema';
import { AdPeriod } from './ad-period';
import { PlacesBar } from './places-bar';
import { StateBadge } from './state-badge';

const column = columnHelper<Ad>();

/** The columns of the list of ads; only an admin sees whose they are. */
export function useAdColumns(admin: boolean) {
  const t = useTranslations('ads');
  return useMemo(
    () =>
      column.columns([
        column.accessor('name', { header: t('name'), meta: { card: 'title' } }),
        column.accessor('state', {
          header: t('state'),
          cell: (cell) => <StateBadge state={cell.getValue()} />,
          meta: { width: '7rem' },
        }),
        column.accessor('places', {
          header: t('placesLeft'),
          cell: (cell) => <PlacesLeft ad={cell.row.original} />,
          meta: { width: '13rem', align: 'end' },
        }),
        column.accessor('rewardPoints', {
          header: t('reward'),
          cell: (cell) => t('points', { points: cell.getValue() }),
          meta: { width: '7rem', align: 'end' },
        }),
        column.accessor('startsAt', {
          header: t('period'),
          cell: (cell) => <AdPeriod {...cell.row.original} />,
          meta: { width: '15rem' },
        }),
        ...(admin
          ? [
              column.accessor('ownerName', {
                header: t('owner'),
                cell: (cell) => cell.getValue() ?? <span className="text-muted">{t('house')}</span>,
                meta: { width: '9rem' },
              }),
            ]
          : []),
      ]),
    [t, admin],
  );
}

function PlacesLeft({ ad: { places, used } }: { ad: Ad }) {
  const t = useTranslations('ads');
  const format = useFormat();
  return (
    <span className="inline-block text-right whitespace-nowrap">
      {format.number(places - used)} <span className="text-muted">/ {format.number(places)}</span>
      <span className="sr-only">, {t('usedShare', { percent: format.percent(used / places) })}</span>
      <PlacesBar used={used} places={places} className="mt-1 ml-auto w-36" />
    </span>
  );
}
