import type { Route } from 'next';
import type { Day, Grain } from '@/lib/kernel/day';

/** Where a video's settlement of a period opens. */
export function videoUrl(contentId: number, period: Grain, date: string): Route {
  return `/settlement/videos/${contentId}?period=${period}&date=${date}` as Route;
}

/** Where the events behind a video's line of a day open. */
export function videoDayUrl(contentId: number, day: Day): Route {
  return `/settlement/videos/${contentId}/days/${day}` as Route;
}
