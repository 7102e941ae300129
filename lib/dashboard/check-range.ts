import { type DayRange, daysUntil } from '@/lib/kernel/day';
import { dashboardErrors } from './errors';

/** Throws dashboard/wrong-range when the range is backwards or longer than `longest` days. */
export function checkRange(range: DayRange, longest: number): void {
  const length = daysUntil(range.from, range.to) + 1;
  if (length < 1) throw dashboardErrors.backwards(range);
  if (length > longest) throw dashboardErrors.tooLong(longest);
}
