'use client';

import { useFormat } from '@/components/use-format';
import type { Day, DayRange, Grain } from '@/lib/kernel/day';

/** A day by its date and weekday, a week from its Monday to its Sunday, a month by its name. */
export function usePeriodName(): (grain: Grain, range: { from: string; to: string }) => string {
  const format = useFormat();
  return (grain, range) => {
    const { from, to } = range as DayRange;
    if (grain === 'day') return format.day(from as Day, 'long');
    return grain === 'month' ? format.day(from, 'month') : format.dayRange({ from, to });
  };
}
