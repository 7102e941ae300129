import { type Day, type DayRange, parseDay, periodOf } from '@/lib/kernel/day';

/** A calendar month by its first day. */
export type Month = Day;

/** The first day of a month written `YYYY-MM`; null for anything else. */
export function monthOf(text: string): Month | null {
  return /^\d{4}-\d{2}$/.test(text) ? parseDay(`${text}-01`) : null;
}

export const monthText = (month: Month) => month.slice(0, 7);

export const daysOfMonth = (month: Month): DayRange => periodOf('month', month);
