'use client';

import { useTranslations } from 'next-intl';
import { Bar, Cell } from 'recharts';
import { Axes } from '@/components/charts/axes';
import { BAR, BarsChart } from '@/components/charts/bars-chart';
import { ChartLegend } from '@/components/charts/chart-legend';
import { ChartTooltip } from '@/components/charts/chart-tooltip';
import { AXIS_STYLES } from '@/components/charts/period-styles';
import { useFormat } from '@/components/use-format';
import type { Day, Grain } from '@/lib/kernel/day';
import type { SeriesItem } from '@/lib/settlement/line-schema';
import { SeriesTooltip } from './series-tooltip';

type SeriesChartProps = {
  items: SeriesItem[];
  period: Grain;
  chosen: string | null;
  onChoose: (date: string) => void;
};

const BARS = [
  { id: 'video', color: 'var(--color-views)' },
  { id: 'ad', color: 'var(--color-ad-views)' },
] as const;

/** A bar a period, video below and ad above; what may still change is pale. A press chooses a period. */
export function SeriesChart({ items, period, chosen, onChoose }: SeriesChartProps) {
  const t = useTranslations('earnings');
  const format = useFormat();
  return (
    <BarsChart height={288} rows={items} onPress={({ from }) => onChoose(from)}>
      <Axes at="from" nameOf={(day: Day) => format.day(day, AXIS_STYLES[period])} />
      <ChartTooltip over="bars" rows={items}>
        {(item) => <SeriesTooltip item={item} period={period} />}
      </ChartTooltip>
      <ChartLegend of="bars" />
      {BARS.map(({ id, color }) => (
        <Bar key={id} dataKey={id} name={t(id)} stackId="won" fill={color} {...BAR}>
          {items.map((item) => (
            <Cell key={item.from} fillOpacity={item.final ? 1 : 0.5} {...(item.from === chosen && CHOSEN)} />
          ))}
        </Bar>
      ))}
    </BarsChart>
  );
}

const CHOSEN = { stroke: 'var(--color-ink)', strokeWidth: 1.5 };
