'use client';

import type { ReactNode } from 'react';
import { Tooltip } from 'recharts';

type ChartTooltipProps<Row> = { over: 'bars' | 'lines'; rows: readonly Row[]; children: (row: Row) => ReactNode };

/** What `children` says of the row under the pointer, or of the one that the keyboard is at. */
export function ChartTooltip<Row>({ over, rows, children }: ChartTooltipProps<Row>) {
  return (
    <Tooltip
      isAnimationActive={false}
      cursor={over === 'bars' ? { fill: 'var(--color-sunken)' } : { stroke: 'var(--color-edge)' }}
      content={({ active, activeIndex }) => {
        const row = rows[Number(activeIndex ?? -1)];
        return active && row ? children(row) : null;
      }}
    />
  );
}
