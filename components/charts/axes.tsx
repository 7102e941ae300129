'use client';

import { CartesianGrid, XAxis, YAxis } from 'recharts';
import { useFormat } from '@/components/use-format';

type AxesProps<At> = {
  /** The key of a row by which it stands on the horizontal axis, and what is written there. */
  at: string;
  nameOf: (at: At) => string;
  /** Only these are named. */
  ticks?: At[] | undefined;
  /** What is written on the vertical axis; counts are whole and compact. */
  writeValue?: ((value: number) => string) | undefined;
};

/** A faint grid and the two axes. Zero is always in sight. */
export function Axes<At extends string>({ at, nameOf, ticks, writeValue }: AxesProps<At>) {
  const format = useFormat();
  return (
    <>
      <CartesianGrid vertical={false} stroke="var(--color-line)" />
      <XAxis
        dataKey={at}
        tickFormatter={nameOf}
        {...(ticks && { ticks })}
        tickLine={false}
        axisLine={{ stroke: 'var(--color-line)' }}
        tick={TICK}
        minTickGap={16}
        interval="equidistantPreserveStart"
      />
      <YAxis
        width={56}
        tickFormatter={writeValue ?? ((value: number) => format.compact(value))}
        allowDecimals={writeValue !== undefined}
        domain={WITH_ZERO}
        tickLine={false}
        axisLine={false}
        tick={TICK}
      />
    </>
  );
}

const TICK = { fontSize: 12, fill: 'var(--color-muted)' };
const WITH_ZERO = [(low: number) => Math.min(0, low), 'auto'] as const;
