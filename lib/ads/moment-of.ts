import { parseDay } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';

/** The last instant that every part of the house can write down. */
const LAST = Date.parse('9999-12-31T23:59:59.999Z');

/** The instant that a text of the shape `Moment` means: of a date, its first moment as a start and the next midnight as an end. */
export function momentOf(text: string, edge: 'start' | 'end'): Date {
  const day = parseDay(text);
  if (day === null) return new Date(Math.min(Date.parse(text), LAST));
  const at = edge === 'start' ? calendar().startOf(day) : calendar().endOf(day);
  return new Date(Math.min(at.getTime(), LAST));
}
