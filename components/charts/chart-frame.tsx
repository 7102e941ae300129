'use client';

import { useLocale } from 'next-intl';
import { type ReactElement, startTransition, useEffect, useRef, useState } from 'react';
import { ResponsiveContainer } from 'recharts';
import { drawInTurn } from './draw-in-turn';

type ChartFrameProps = {
  /** In pixels. */
  height: number;
  children: ReactElement;
};

/** The space of a chart, as wide as there is room. Drawn once its width is known, and never two in one go: between them the page answers. */
export function ChartFrame({ height, children }: ChartFrameProps) {
  const [width, setWidth] = useState<number | null>(null);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => drawInTurn(() => startTransition(() => setWidth(place.current?.clientWidth ?? 0))), []);
  return (
    // Axes keep the texts that they measured, so another language draws the chart anew.
    <div ref={place} style={{ height }} className="overflow-x-clip" key={useLocale()}>
      {width !== null && (
        <ResponsiveContainer width="100%" height="100%" initialDimension={{ width, height }}>
          {children}
        </ResponsiveContainer>
      )}
    </div>
  );
}

export const CHART_MARGIN = { top: 8, right: 12, bottom: 0, left: 0 };
