import type { Route } from 'next';
import type { Day } from '@/lib/kernel/day';

/** Where a day opens, narrowed to the content that was chosen. */
export function dayUrl(day: Day, contentId: number | null): Route {
  return `/overview/days/${day}${contentId === null ? '' : `?content=${contentId}`}` as Route;
}
