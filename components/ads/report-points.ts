import type { AdReport } from '@/lib/ads/schema';

export type Per = 'day' | 'hour';

/** One bar: a business day, or the instant at which an hour begins. Points are told by day only. */
export type ReportPoint = { at: string; participations: number; points: number | null };

/** More bars than these are too thin to press; the CSV has them all. */
export const MOST = { day: 180, hour: 168 };

/** What the chart and its table twin show, oldest first: the latest days or hours. */
export function pointsOf(report: AdReport, per: Per): ReportPoint[] {
  if (per === 'hour') {
    return report.hours
      .slice(-MOST.hour)
      .map(({ hourStart, participations }) => ({ at: hourStart, participations, points: null }));
  }
  return report.days.slice(-MOST.day).map(({ day, ...rest }) => ({ at: day, ...rest }));
}
