'use client';

import { useTranslations } from 'next-intl';
import { LinesChart } from '@/components/charts/lines-chart';
import { AXIS_STYLES, PERIOD_STYLES } from '@/components/charts/period-styles';
import { TooltipCard } from '@/components/charts/tooltip-card';
import { useFormat } from '@/components/use-format';
import type { StreamingItem } from '@/lib/dashboard/streaming-schema';
import type { Day, Grain } from '@/lib/kernel/day';
import { useWatchTime } from './use-watch-time';

type Show = 'views' | 'watch';
type WatchedChartProps = { items: StreamingItem[]; show: Show; grain: Grain };

const SERIES = {
  views: [
    { id: 'views', color: 'var(--color-views)', of: (item: StreamingItem) => item.views },
    { id: 'adViews', color: 'var(--color-ad-views)', of: (item: StreamingItem) => item.adViews },
  ],
  watch: [{ id: 'watchTime', color: 'var(--color-watch)', of: (item: StreamingItem) => item.watchSeconds / 3600 }],
} as const;

/** Views and ad views, or hours watched, per period; the tooltip has them all. */
export function WatchedChart({ items, show, grain }: WatchedChartProps) {
  const t = useTranslations('streaming');
  const format = useFormat();
  const watchTime = useWatchTime();
  return (
    <LinesChart
      points={items.map((item) => ({ day: item.day as Day, item }))}
      series={SERIES[show].map((one) => ({ ...one, name: t(one.id) }))}
      nameOf={(day) => format.day(day, AXIS_STYLES[grain])}
      writeValue={show === 'watch' ? (value) => t('hours', { hours: format.compact(value) }) : undefined}
    >
      {({ day, item }) => (
        <TooltipCard
          title={format.day(day, PERIOD_STYLES[grain])}
          final={item.final}
          rows={[
            { name: t('views'), value: format.number(item.views) },
            { name: t('adViews'), value: format.number(item.adViews) },
            { name: t('watchTime'), value: watchTime(item.watchSeconds) },
          ]}
        />
      )}
    </LinesChart>
  );
}
