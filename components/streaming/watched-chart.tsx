'use client';

import { useLocale, useTranslations } from 'next-intl';
import { CartesianGrid, Legend, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { useFormat } from '@/components/use-format';
import type { StreamingItem } from '@/lib/dashboard/streaming-schema';
import type { Day, Grain } from '@/lib/kernel/day';
import { useWatchTime } from './use-watch-time';

type Show = 'views' | 'watch';
type WatchedChartProps = { items: StreamingItem[]; show: Show; grain: Grain };
type Series = { id: 'views' | 'adViews' | 'watchTime'; color: string; of: (item: StreamingItem) => number };

const SERIES: Record<Show, readonly Series[]> = {
  views: [
    { id: 'views', color: 'var(--color-views)', of: (item) => item.views },
    { id: 'adViews', color: 'var(--color-ad-views)', of: (item) => item.adViews },
  ],
  watch: [{ id: 'watchTime', color: 'var(--color-watch)', of: (item) => item.watchSeconds / 3600 }],
};

/** Lines per period: what is final is solid, what may still change is dashed. */
export function WatchedChart({ items, show, grain }: WatchedChartProps) {
  const t = useTranslations('streaming');
  const format = useFormat();
  const series = SERIES[show];
  const axis = (value: number) =>
    show === 'watch' ? t('hours', { hours: format.compact(value) }) : format.compact(value);
  return (
    <div className="h-72" key={useLocale()}>
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 1100, height: 288 }}>
        <LineChart data={items.map((item, n) => rowOf(item, items[n + 1], series))} margin={MARGIN} accessibilityLayer>
          <CartesianGrid vertical={false} stroke="var(--color-line)" />
          <XAxis
            dataKey="day"
            tickFormatter={(day: Day) => format.day(day, grain === 'month' ? 'month' : 'short')}
            tickLine={false}
            axisLine={{ stroke: 'var(--color-line)' }}
            tick={TICK}
            minTickGap={32}
          />
          <YAxis width={56} tickFormatter={axis} tickLine={false} axisLine={false} tick={TICK} domain={[0, 'auto']} />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--color-edge)' }}
            content={<WatchedTooltip items={items} grain={grain} />}
          />
          {series.length > 1 && (
            <Legend
              verticalAlign="bottom"
              height={28}
              iconType="plainline"
              itemSorter={null}
              formatter={(name: string) => <span className="text-sm text-ink">{name}</span>}
            />
          )}
          {series.map(({ id, color }) => (
            <Line key={id} dataKey={`final.${id}`} name={t(id)} stroke={color} {...LINE} />
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

const MARGIN = { top: 8, right: 12, bottom: 0, left: 0 };
const TICK = { fontSize: 12, fill: 'var(--color-muted)' };
// A single day is a dot: a line needs two.
const LINE = { type: 'linear', dot: false, activeDot: { r: 3 }, strokeWidth: 2, isAnimationActive: false } as const;

type Row = { day: string; final: Record<string, number | null>; open: Record<string, number | null> };

/** The dashed line begins at the last final point, so that the two meet. */
function rowOf(item: StreamingItem, next: StreamingItem | undefined, series: readonly Series[]): Row {
  const row: Row = { day: item.day, final: {}, open: {} };
  for (const { id, of } of series) {
    row.final[id] = item.final ? of(item) : null;
    row.open[id] = !item.final || (next && !next.final) ? of(item) : null;
  }
  return row;
}

type TooltipProps = { items: StreamingItem[]; grain: Grain; active?: boolean; label?: unknown };

function WatchedTooltip({ items, grain, active, label }: TooltipProps) {
  const t = useTranslations('streaming');
  const format = useFormat();
  const watchTime = useWatchTime();
  const item = items.find((candidate) => candidate.day === label);
  if (!active || !item) return null;
  const rows = [
    [t('views'), format.number(item.views)],
    [t('adViews'), format.number(item.adViews)],
    [t('watchTime'), watchTime(item.watchSeconds)],
  ];
  return (
    <div className="rounded border bg-floating px-3 py-2 text-sm shadow-float">
      <p className="font-medium">
        {format.day(item.day as Day, grain === 'month' ? 'month' : grain === 'day' ? 'long' : 'medium')}
        {!item.final && <span className="ml-2 font-normal text-muted">{t('provisional')}</span>}
      </p>
      <table>
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name}>
              <th scope="row" className="pr-4 text-left font-normal text-muted">
                {name}
              </th>
              <td className="text-right">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
