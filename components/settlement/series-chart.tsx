'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Bar, BarChart, CartesianGrid, Cell, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
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

/** A bar a period, video below and ad above; what may still change is pale. The keyboard walks them, a press chooses. */
export function SeriesChart({ items, period, chosen, onChoose }: SeriesChartProps) {
  const t = useTranslations('earnings');
  const format = useFormat();
  const choose = (state: { activeLabel?: unknown }) => {
    if (typeof state.activeLabel === 'string') onChoose(state.activeLabel);
  };
  return (
    <div className="h-72" key={useLocale()}>
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 1100, height: 288 }}>
        <BarChart
          data={items}
          margin={{ top: 8, right: 4, bottom: 0, left: 0 }}
          stackOffset="sign"
          onClick={choose}
          accessibilityLayer
          className="[&_.recharts-surface]:cursor-pointer"
        >
          <CartesianGrid vertical={false} stroke="var(--color-line)" />
          <XAxis
            dataKey="from"
            tickFormatter={(day: Day) => format.day(day, period === 'month' ? 'month' : 'short')}
            tickLine={false}
            axisLine={{ stroke: 'var(--color-line)' }}
            tick={TICK}
            minTickGap={24}
          />
          <YAxis
            width={56}
            tickFormatter={(value: number) => format.compact(value)}
            tickLine={false}
            axisLine={false}
            tick={TICK}
            allowDecimals={false}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: 'var(--color-sunken)' }}
            content={<SeriesTooltip items={items} period={period} />}
          />
          <Legend
            verticalAlign="bottom"
            height={28}
            iconType="square"
            iconSize={10}
            itemSorter={null}
            formatter={(name: string) => <span className="text-sm text-ink">{name}</span>}
          />
          {BARS.map(({ id, color }) => (
            <Bar
              key={id}
              dataKey={id}
              name={t(id)}
              stackId="won"
              fill={color}
              maxBarSize={40}
              isAnimationActive={false}
            >
              {items.map((item) => (
                <Cell key={item.from} fillOpacity={item.final ? 1 : 0.5} {...(item.from === chosen && CHOSEN)} />
              ))}
            </Bar>
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

const TICK = { fontSize: 12, fill: 'var(--color-muted)' };
const CHOSEN = { stroke: 'var(--color-ink)', strokeWidth: 1.5 };
