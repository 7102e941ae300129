'use client';

import type { ReactNode } from 'react';
import { BarChart } from 'recharts';
import { CHART_MARGIN, ChartFrame } from './chart-frame';

type BarsChartProps<Row> = {
  /** In pixels. */
  height: number;
  rows: readonly Row[];
  /** A press over a row, wherever above it. */
  onPress?: (row: Row) => void;
  /** Axes, tooltip, legend and the bars. */
  children: ReactNode;
};

/** Bars from zero; the keyboard walks the rows. */
export function BarsChart<Row>({ height, rows, onPress, children }: BarsChartProps<Row>) {
  const press = ({ activeTooltipIndex }: { activeTooltipIndex?: unknown }) => {
    const row = rows[Number(activeTooltipIndex ?? -1)];
    if (row) onPress?.(row);
  };
  return (
    <ChartFrame height={height}>
      <BarChart
        data={rows}
        margin={CHART_MARGIN}
        stackOffset="sign"
        onClick={press}
        accessibilityLayer
        className={onPress ? '[&_.recharts-surface]:cursor-pointer' : ''}
      >
        {children}
      </BarChart>
    </ChartFrame>
  );
}

export const BAR = { maxBarSize: 40, isAnimationActive: false } as const;
