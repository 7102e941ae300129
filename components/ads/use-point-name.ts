'use client';

import { useFormat } from '@/components/use-format';
import { calendarOf, type Day } from '@/lib/kernel/day';
import type { Per } from './report-points';

/** How a day or an hour is called: in full, and briefly for an axis. */
export function usePointName(per: Per) {
  const format = useFormat();
  const { dayOf } = calendarOf(format.zone);
  const clock = (at: string) => format.time(at).slice(0, 5);
  if (per === 'day') {
    return {
      full: (at: string) => format.day(at as Day, 'long'),
      brief: (at: string) => format.day(at as Day, 'short'),
      beginsDay: () => true,
    };
  }
  const full = (at: string) => `${format.day(dayOf(new Date(at)), 'long')} ${clock(at)}`;
  const beginsDay = (at: string) => clock(at) === '00:00';
  const brief = (at: string) => (beginsDay(at) ? format.day(dayOf(new Date(at)), 'short') : clock(at));
  return { full, brief, beginsDay };
}
