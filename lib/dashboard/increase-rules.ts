import { addDays, type Day, type DayRange, type Grain, periodOf, periodStartsOf } from '@/lib/kernel/day';
import type { Increase, IncreaseList } from './streaming-schema';

export type DayCounts = { views: number; adViews: number; milliseconds: number };

type History = {
  /** What there was before `counts` begin. */
  opening: DayCounts;
  /** Every day on which something was watched, from the first one of all. */
  counts: ReadonlyMap<Day, DayCounts>;
  isFinal: (day: Day) => boolean;
};

/** Whole periods of a range with all there was before and after each; after one is before the next, always. */
export function increasesOf(range: DayRange, period: Grain, history: History): IncreaseList['items'] {
  const starts = periodStartsOf(period, range);
  return starts.map((start) => {
    const { from, to } = periodOf(period, start);
    const before = totalUntil(history, from);
    const after = totalUntil(history, addDays(to, 1));
    const earlier = totalUntil(history, periodOf(period, addDays(from, -1)).from);
    const increase = (of: (counts: DayCounts) => number): Increase => ({
      before: of(before),
      after: of(after),
      increase: of(after) - of(before),
      previousIncrease: of(before) - of(earlier),
    });
    return {
      from,
      to,
      final: daysIn({ from, to }).every(history.isFinal),
      views: increase((counts) => counts.views),
      adViews: increase((counts) => counts.adViews),
      // Whole seconds of the totals, so that the increases of periods add up to them.
      watchSeconds: increase((counts) => Math.floor(counts.milliseconds / 1000)),
    };
  });
}

function totalUntil({ opening, counts }: History, until: Day): DayCounts {
  const total = { ...opening };
  for (const [day, one] of counts) {
    if (day >= until) continue;
    total.views += one.views;
    total.adViews += one.adViews;
    total.milliseconds += one.milliseconds;
  }
  return total;
}

function daysIn({ from, to }: DayRange): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
