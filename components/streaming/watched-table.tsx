'use client';

import { useTranslations } from 'next-intl';
import { PERIOD_STYLES } from '@/components/charts/period-styles';
import { TwinTable } from '@/components/charts/twin-table';
import { useFormat } from '@/components/use-format';
import type { StreamingItem } from '@/lib/dashboard/streaming-schema';
import type { Day, Grain } from '@/lib/kernel/day';
import { useWatchTime } from './use-watch-time';

/** The table twin of the chart. */
export function WatchedTable({ items, grain }: { items: StreamingItem[]; grain: Grain }) {
  const t = useTranslations('streaming');
  const tRange = useTranslations('range');
  const format = useFormat();
  return (
    <TwinTable
      label={t(`perPeriod.${grain}`)}
      head={tRange(`grains.${grain}`)}
      columns={[
        { head: t('views'), of: (item) => item.views, text: format.number },
        { head: t('adViews'), of: (item) => item.adViews, text: format.number },
        { head: t('watchTime'), of: (item) => item.watchSeconds, text: useWatchTime() },
      ]}
      rows={items}
      keyOf={({ day }) => day}
      nameOf={({ day }) => format.day(day as Day, PERIOD_STYLES[grain])}
      isFinal={({ final }) => final}
    />
  );
}
