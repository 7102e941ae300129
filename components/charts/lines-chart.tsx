'use client';

import type { ReactNode } from 'react';
import { Line, LineChart } from 'recharts';
import type { Day } from '@/lib/kernel/day';
import { Axes } from './axes';
import { CHART_MARGIN, ChartFrame } from './chart-frame';
import { ChartLegend } from './chart-legend';
import { ChartTooltip } from './chart-tooltip';

export type LineSeries<Item> = { id: string; name: string; color: string; of: (item: Item) => number };

/** One day, week or month, with the one that lies over it from the range before. */
export type LinePoint<Item> = { day: Day; item: Item; before?: Item | undefined };

type LinesChartProps<Item> = {
  points: readonly LinePoint<Item>[];
  series: readonly LineSeries<Item>[];
  nameOf: (day: Day) => string;
  writeValue?: ((value: number) => string) | undefined;
  onPress?: ((day: Day) => void) | undefined;
  /** The tooltip of a point. */
  children: (point: LinePoint<Item>) => ReactNode;
};

/** Lines per period: what is final is solid, what may still change is dashed, the range before is faint. */
export function LinesChart<Item extends { final: boolean }>(props: LinesChartProps<Item>) {
  const { points, series, nameOf, writeValue, onPress, children } = props;
  const press = ({ activeTooltipIndex }: { activeTooltipIndex?: unknown }) => {
    const point = points[Number(activeTooltipIndex ?? -1)];
    if (point) onPress?.(point.day);
  };
  // A line needs two points; one alone is a dot.
  const line = { ...LINE, dot: points.length === 1 && { r: 3 } };
  return (
    <ChartFrame height={288}>
      <LineChart
        data={points.map((point, n) => rowOf(point, points[n + 1], series))}
        margin={CHART_MARGIN}
        onClick={press}
        accessibilityLayer
        className={onPress ? '[&_.recharts-surface]:cursor-pointer' : ''}
      >
        <Axes at="day" nameOf={nameOf} writeValue={writeValue} />
        <ChartTooltip over="lines" rows={points}>
          {children}
        </ChartTooltip>
        {series.length > 1 && <ChartLegend of="lines" />}
        {series.map(({ id, color }) => (
          <Line key={`before ${id}`} dataKey={`before.${id}`} {...line} {...FAINT} stroke={color} />
        ))}
        {series.map(({ id, name, color }) => (
          <Line key={id} dataKey={`final.${id}`} name={name} {...line} stroke={color} />
        ))}
        {series.map(({ id, color }) => (
          <Line key={`open ${id}`} dataKey={`open.${id}`} {...line} {...DASHED} stroke={color} />
        ))}
      </LineChart>
    </ChartFrame>
  );
}

const LINE = { type: 'linear', activeDot: { r: 3 }, strokeWidth: 2, isAnimationActive: false } as const;
const FAINT = { strokeOpacity: 0.3, strokeWidth: 1.5, legendType: 'none' } as const;
const DASHED = { strokeDasharray: '4 4', legendType: 'none' } as const;

type Values = Record<string, number | null>;

/** The dashed line begins at the last final point, so that the two meet. */
function rowOf<Item extends { final: boolean }>(
  { day, item, before }: LinePoint<Item>,
  next: LinePoint<Item> | undefined,
  series: readonly LineSeries<Item>[],
): { day: Day; final: Values; open: Values; before: Values } {
  const values = (of: Item | undefined | false): Values =>
    Object.fromEntries(series.map((one) => [one.id, of ? one.of(of) : null]));
  const open = !item.final || next?.item.final === false;
  return { day, final: values(item.final && item), open: values(open && item), before: values(before) };
}
