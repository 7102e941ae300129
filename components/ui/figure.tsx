'use client';

import { useFormat } from '@/components/use-format';

type FigureProps = { value: number | bigint; as?: 'number' | 'compact' | 'won' | 'percent' | 'change' };

/** A figure as the locale writes it, tabular so that columns line up. */
export function Figure({ value, as = 'number' }: FigureProps) {
  const format = useFormat();
  const text = as === 'percent' || as === 'change' ? format[as](Number(value)) : format[as](value);
  return <span className="whitespace-nowrap tabular-nums">{text}</span>;
}
