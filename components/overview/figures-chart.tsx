'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { CartesianGrid, Legend, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { useFormat } from '@/components/use-format';
import type { Day, Grain } from '@/lib/kernel/day';
import { ChartTooltip } from './chart-tooltip';
import type { Point, Series } from './figures';
import { dayUrl } from './urls';

type FiguresChartProps = { points: Point[]; series: readonly Series[]; grain: Grain; contentId: number | null };

/** Lines per period: what is final is solid, what may still change is dashed, the range before is faint. A day opens on click. */
export function FiguresChart({ points, series, grain, contentId }: FiguresChartProps) {
  const t = useTranslations('overview');
  const format = useFormat();
  const router = useRouter();
  const rows = points.map((point, index) => rowOf(point, points[index + 1], series));
  const openable = grain === 'day';
  const open = (state: { activeLabel?: unknown }) => {
    if (openable && typeof state.activeLabel === 'string') router.push(dayUrl(state.activeLabel as Day, contentId));
  };
  return (
    <div className="h-72" key={useLocale()}>
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 1100, height: 288 }}>
        <LineChart
          data={rows}
          margin={{ top: 8, right: 12, bottom: 0, left: 0 }}
          onClick={open}
          accessibilityLayer
          className={openable ? '[&_.recharts-surface]:cursor-pointer' : ''}
        >
          <CartesianGrid vertical={false} stroke="var(--color-line)" />
          <XAxis
            dataKey="day"
            tickFormatter={(day: Day) => format.day(day, 'short')}
            tickLine={false}
            axisLine={{ stroke: 'var(--color-line)' }}
            tick={TICK}
            minTickGap={32}
          />
          <YAxis
            width={48}
            tickFormatter={(value: number) => format.compact(value)}
            tickLine={false}
            axisLine={false}
            tick={TICK}
            allowDecimals={false}
            domain={[(low: number) => Math.min(0, low), 'auto']}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--color-edge)' }}
            content={<ChartTooltip points={points} grain={grain} openable={openable} />}
          />
          <Legend
            verticalAlign="bottom"
            height={28}
            iconType="plainline"
            itemSorter={null}
            formatter={(name: string) => <span className="text-sm text-ink">{name}</span>}
          />
          {series.map(({ id, color }) => (
            <Line
              key={`before ${id}`}
              dataKey={`before.${id}`}
              stroke={color}
              strokeOpacity={0.3}
              {...LINE}
              legendType="none"
              strokeWidth={1.5}
            />
          ))}
          {series.map(({ id, color }) => (
            <Line key={id} dataKey={`final.${id}`} name={t(`series.${id}`)} stroke={color} {...LINE} />
          ))}
          {series.map(({ id, color }) => (
            <Line
              key={`open ${id}`}
              dataKey={`open.${id}`}
              stroke={color}
              {...LINE}
              strokeDasharray="4 4"
              legendType="none"
            />
          ))}
        </LineChart>
      </ResponsiveContainer>
    </div>
  );
}

const TICK = { fontSize: 12, fill: 'var(--color-muted)' };
const LINE = { type: 'linear', dot: false, activeDot: { r: 3 }, strokeWidth: 2, isAnimationActive: false } as const;

type Row = {
  day: Day;
  final: Record<string, number | null>;
  open: Record<string, number | null>;
  before: Record<string, number | null>;
};

/** The dashed line begins at the last final point, so that the two meet. */
function rowOf({ day, item, before }: Point, next: Point | undefined, series: readonly Series[]): Row {
  const row: Row = { day, final: {}, open: {}, before: {} };
  for (const { id, of } of series) {
    row.final[id] = item.final ? of(item) : null;
    row.open[id] = !item.final || (next && !next.item.final) ? of(item) : null;
    row.before[id] = before ? of(before) : null;
  }
  return row;
}
