import { createLoader, parseAsInteger, parseAsString } from 'nuqs/server';
import { formSearch } from '@/components/charts/search';
import { grainParser, rangeSearch } from '@/components/range/search';
import { addDays, type DayRange, type Grain, periodOf, periodStartsOf, previousRange } from '@/lib/kernel/day';

/** What of a creator's settlement lives in the URL; `date` is a day of the period whose videos are shown. */
export const earningsSearch = {
  ...rangeSearch,
  ...formSearch,
  period: grainParser.withDefault('day'),
  date: parseAsString,
  creatorId: parseAsInteger,
};

export const loadEarningsSearch = createLoader(earningsSearch);

/** Days before with the same weekdays, or as many weeks or months before the first one. */
export function periodsBefore(grain: Grain, range: DayRange): DayRange {
  if (grain === 'day') return previousRange(range);
  const to = addDays(periodOf(grain, range.from).from, -1);
  let from = periodOf(grain, to).from;
  for (let more = periodStartsOf(grain, range).length - 1; more > 0; more--)
    from = periodOf(grain, addDays(from, -1)).from;
  return { from, to };
}
