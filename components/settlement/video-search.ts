import { createLoader, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { type Day, type DayRange, type Grain, parseDay, periodOf } from '@/lib/kernel/day';
import { GRAINS } from './earnings-search';

/** What of a video's settlement lives in the URL: the period that holds a day; without a day the one of today. */
export const videoSearch = {
  period: parseAsStringLiteral(GRAINS).withDefault('month'),
  date: parseAsString,
};

export const loadVideoSearch = createLoader(videoSearch);

export function videoRange({ period, date }: { period: Grain; date: string | null }, today: Day): DayRange {
  return periodOf(period, parseDay(date ?? '') ?? today);
}
