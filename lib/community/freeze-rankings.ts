import { addDays, type Day, daysOf } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { batchDb } from '@/lib/platform/database';
import { freezeRanking } from './freeze-ranking';

/** A comment carries the moment at which its request came; the last one of a day has been written by then. */
const GRACE_MILLISECONDS = 60_000;

/** Freezes each past day that is not frozen yet, oldest first, since the first comment there is; returns those days. */
export async function freezeRankings(now: Date): Promise<Day[]> {
  const last = addDays(calendar().dayOf(new Date(now.getTime() - GRACE_MILLISECONDS)), -1);
  const from = await firstOpenDay();
  const frozen: Day[] = [];
  for (const day of from === null || from > last ? [] : daysOf({ from, to: last }))
    if (await freezeRanking(day, now)) frozen.push(day);
  return frozen;
}

async function firstOpenDay(): Promise<Day | null> {
  const { rows } = await batchDb().$client.query<{ last: Day | null; first: Date | null }>(
    'select (select max(day) from ranking_days) as last, (select min(created_at) from comments) as first',
  );
  const { last = null, first = null } = rows[0] ?? {};
  if (last !== null) return addDays(last, 1);
  return first === null ? null : calendar().dayOf(first);
}
