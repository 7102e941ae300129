import { parseAsString } from 'nuqs/server';
import { grainParser } from '@/components/range/search';
import { type Day, type DayRange, type Grain, parseDay, periodOf } from '@/lib/kernel/day';

/** What of a video's settlement lives in the URL: the period that holds a day; without a day the one of today. */
export const videoSearch = {
  period: grainParser.withDefault('month'),
  date: parseAsString,
};

export function videoRange({ period, date }: { period: Grain; date: string | null }, today: Day): DayRange {
  return periodOf(period, parseDay(date ?? '') ?? today);
}
