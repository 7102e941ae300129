'use client';

import { useTranslations } from 'next-intl';
import { Bar } from 'recharts';
import { Axes } from '@/components/charts/axes';
import { BAR, BarsChart } from '@/components/charts/bars-chart';
import { ChartTooltip } from '@/components/charts/chart-tooltip';
import { TooltipCard } from '@/components/charts/tooltip-card';
import { useFormat } from '@/components/use-format';
import type { Day } from '@/lib/kernel/day';
import type { AdVideoReport } from '@/lib/streaming/ad-video-schema';

/** Counted views of an ad video, a bar a day. */
export function ViewsChart({ days }: { days: AdVideoReport['days'] }) {
  const t = useTranslations('streaming');
  const format = useFormat();
  return (
    <BarsChart height={224} rows={days}>
      <Axes at="day" nameOf={(day: Day) => format.day(day, 'short')} />
      <ChartTooltip over="bars" rows={days}>
        {({ day, final, views }) => (
          <TooltipCard
            title={format.day(day as Day, 'long')}
            final={final}
            rows={[{ name: t('adViews'), value: format.number(views) }]}
          />
        )}
      </ChartTooltip>
      <Bar dataKey="views" fill="var(--color-ad-views)" {...BAR} />
    </BarsChart>
  );
}
