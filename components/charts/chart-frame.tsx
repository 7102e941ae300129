'use client';

import { useLocale } from 'next-intl';
import type { ReactElement } from 'react';
import { ResponsiveContainer } from 'recharts';

type ChartFrameProps = {
  /** In pixels. */
  height: number;
  children: ReactElement;
};

/** The space of a chart, as wide as there is room. */
export function ChartFrame({ height, children }: ChartFrameProps) {
  return (
    // Axes keep the texts that they measured, so another language draws the chart anew.
    <div style={{ height }} className="overflow-x-clip" key={useLocale()}>
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: WIDTH_AT_FIRST, height }}>
        {children}
      </ResponsiveContainer>
    </div>
  );
}

/** Until the browser has measured, in pixels. */
const WIDTH_AT_FIRST = 1100;

export const CHART_MARGIN = { top: 8, right: 12, bottom: 0, left: 0 };
