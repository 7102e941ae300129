'use client';

import { Legend } from 'recharts';

/** Which colour is what, below the chart in the order of the series. */
export function ChartLegend({ of }: { of: 'bars' | 'lines' }) {
  return (
    <Legend
      verticalAlign="bottom"
      height={28}
      iconType={of === 'bars' ? 'square' : 'plainline'}
      iconSize={of === 'bars' ? 10 : 14}
      itemSorter={null}
      formatter={(name: string) => <span className="text-sm text-ink">{name}</span>}
    />
  );
}
