import { type Day, type Grain, periodOf } from '@/lib/kernel/day';
import type { Figures, StatsItem } from './schema';

/** Figures of one day as they are stored; `refused` holds only reasons that occurred. */
export type DayFigures = Figures & { day: Day; final: boolean };

export function noFigures(): Figures {
  return { clicks: 0, likes: 0, unlikes: 0, views: 0, adViews: 0, refused: {} };
}

/** Sums of days into their day, week or month; a group at the edge of a range holds the range's days alone. */
export function groupDays(days: DayFigures[], grain: Grain): StatsItem[] {
  const groups = new Map<Day, StatsItem>();
  for (const day of days) {
    const start = periodOf(grain, day.day).from;
    const group = groups.get(start) ?? { day: start, final: true, ...noFigures() };
    groups.set(start, { ...sumFigures([group, day]), day: start, final: group.final && day.final });
  }
  return [...groups.values()];
}

export function sumFigures(all: Figures[]): Figures {
  const sum = noFigures();
  for (const one of all) {
    sum.clicks += one.clicks;
    sum.likes += one.likes;
    sum.unlikes += one.unlikes;
    sum.views += one.views;
    sum.adViews += one.adViews;
    for (const [reason, n] of Object.entries(one.refused)) sum.refused[reason] = (sum.refused[reason] ?? 0) + n;
  }
  return sum;
}
