'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { LinesChart } from '@/components/charts/lines-chart';
import { AXIS_STYLES, PERIOD_STYLES } from '@/components/charts/period-styles';
import { TooltipCard } from '@/components/charts/tooltip-card';
import { useFormat } from '@/components/use-format';
import type { StatsItem } from '@/lib/dashboard/schema';
import type { Grain } from '@/lib/kernel/day';
import { type Point, refusedOf, type Series } from './figures';
import { dayUrl } from './urls';

type FiguresChartProps = { points: Point[]; series: readonly Series[]; grain: Grain; contentId: number | null };

/** Some of the figures per period, all of them in the tooltip. A day opens on click. */
export function FiguresChart({ points, series, grain, contentId }: FiguresChartProps) {
  const t = useTranslations('overview');
  const format = useFormat();
  const router = useRouter();
  const openable = grain === 'day';
  return (
    <LinesChart
      points={points}
      series={series.map((one) => ({ ...one, name: t(`series.${one.id}`) }))}
      nameOf={(day) => format.day(day, AXIS_STYLES[grain])}
      onPress={openable ? (day) => router.push(dayUrl(day, contentId)) : undefined}
    >
      {({ day, item, before }) => (
        <TooltipCard
          title={format.day(day, PERIOD_STYLES[grain])}
          final={item.final}
          rows={ROWS.map(({ id, of }) => ({
            name: t(`series.${id}`),
            value: format.number(of(item)),
            before: before && format.number(of(before)),
          }))}
          hint={openable ? t('clickToOpen') : undefined}
        />
      )}
    </LinesChart>
  );
}

const ROWS = [
  { id: 'clicks', of: (item: StatsItem) => item.clicks },
  { id: 'likes', of: (item: StatsItem) => item.likes },
  { id: 'unlikes', of: (item: StatsItem) => item.unlikes },
  { id: 'views', of: (item: StatsItem) => item.views },
  { id: 'adViews', of: (item: StatsItem) => item.adViews },
  { id: 'refused', of: refusedOf },
] as const;
