'use client';

import { useFormat } from '@/components/use-format';
import { parseDay } from '@/lib/kernel/day';

/** `2026년 10월` of `2026-10`. */
export function useMonthName(): (month: string) => string {
  const format = useFormat();
  return (month) => {
    const first = parseDay(`${month}-01`);
    return first ? format.day(first, 'month') : month;
  };
}
