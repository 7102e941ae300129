'use client';

import { useTranslations } from 'next-intl';
import { Bar } from 'recharts';
import { Axes } from '@/components/charts/axes';
import { BAR, BarsChart } from '@/components/charts/bars-chart';
import { ChartTooltip } from '@/components/charts/chart-tooltip';
import { AXIS_STYLES, PERIOD_STYLES } from '@/components/charts/period-styles';
import { TooltipCard } from '@/components/charts/tooltip-card';
import { useFormat } from '@/components/use-format';
import type { Stats } from '@/lib/dashboard/schema';
import type { Day, Grain } from '@/lib/kernel/day';
import { REASON_COLORS, reasonsOf, type ShownReason, stackOf } from './reasons';

/** Refused events per period, stacked by reason. */
export function ReasonBars({ stats, grain }: { stats: Stats; grain: Grain }) {
  const t = useTranslations('overview');
  const tReason = useTranslations('reasons');
  const format = useFormat();
  const reasons = reasonsOf(stats.totals);
  const rows = stackOf(stats, reasons);
  const nameOf = (reason: ShownReason) => (reason === 'other' ? t('otherReasons') : tReason(`${reason}.name`));
  return (
    <BarsChart height={160} rows={rows}>
      <Axes at="day" nameOf={(day: Day) => format.day(day, AXIS_STYLES[grain])} />
      <ChartTooltip over="bars" rows={rows}>
        {(row) => (
          <TooltipCard
            title={format.day(row.day, PERIOD_STYLES[grain])}
            rows={reasons.map((reason) => ({ name: nameOf(reason), value: format.number(row.of[reason] ?? 0) }))}
          />
        )}
      </ChartTooltip>
      {reasons.map((reason, n) => (
        <Bar key={reason} dataKey={`of.${reason}`} stackId="refused" fill={REASON_COLORS[n] ?? ''} {...BAR} />
      ))}
    </BarsChart>
  );
}
