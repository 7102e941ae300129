import { addDays, type Day, daysOf, periodOf } from '@/lib/kernel/day';
import { readDb } from '@/lib/platform/database';
import { checkRange } from '../check-range';
import { increasesOf } from '../increase-rules';
import { MAX_DAYS } from '../schema';
import type { IncreaseList, IncreaseQuery } from '../streaming-schema';
import { getOwnVideo } from './get-own-video';
import { isFinalDay, readDayStates } from './read-day-states';
import { readWatchedDays } from './read-watched-days';

/**
 * What each day, week or month added to a video's views, ad views and watch time. `creatorId` null sees all.
 * Errors: content/not-found, dashboard/wrong-range.
 */
export async function getIncrease(query: IncreaseQuery, creatorId: number | null): Promise<IncreaseList> {
  checkRange(query, MAX_DAYS);
  const { id, title, openingViews, openingAdViews } = await getOwnVideo(query.contentId, creatorId);
  const last = periodOf(query.period, query.to).to;
  const begun = await readFirstDay(query.from);
  const [counts, states] = await Promise.all([
    readWatchedDays({ contentId: id }, daysOf({ from: begun, to: last })),
    readDayStates({ from: periodOf(query.period, query.from).from, to: last }),
  ]);
  const opening = { views: openingViews, adViews: openingAdViews, milliseconds: 0 };
  const isFinal = (day: Day) => isFinalDay(states, day);
  return { contentId: id, title, items: increasesOf(query, query.period, { opening, counts, isFinal }) };
}

/** The first day of which anything is known, or `fallback` when that is none or later. */
async function readFirstDay(fallback: Day): Promise<Day> {
  const { rows } = await readDb().$client.query<{ day: Day | null }>(
    `select least((select min(day) from days), (select min(day) from day_totals), (select min(start_on) from watch_times where grain = 'd')) as day`,
  );
  const first = rows[0]?.day ?? fallback;
  return first < fallback ? first : addDays(fallback, -1);
}
