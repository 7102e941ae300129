import { PARTITIONS_AHEAD_DAYS, partitionName } from '@/lib/events/ensure-partitions';
import { addDays, daysOf } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { db } from '@/lib/platform/database';

/** What an operator watches, as the database knows it. Ages in seconds. */
export type State = {
  daysNotSettled: number;
  daysDirty: number;
  deltasWaiting: number;
  runsFailedToday: number;
  partitionsAhead: number;
};

/** Reads it in one statement. */
export async function readState(now: Date): Promise<State> {
  const today = calendar().dayOf(now);
  const ahead = daysOf({ from: addDays(today, 1), to: addDays(today, PARTITIONS_AHEAD_DAYS) }).map(partitionName);
  const { rows } = await db().$client.query<State>(STATE, [today, ahead]);
  if (!rows[0]) throw new Error('the state of the database gave no row');
  return rows[0];
}

const STATE = `select
  (select count(*)::int from days where day < $1 and state = 'open') as "daysNotSettled",
  (select count(*)::int from days where day < $1 and dirty) as "daysDirty",
  (select count(*)::int from (select from event_deltas limit 1000000) waiting) as "deltasWaiting",
  (select count(*)::int from runs where state = 'failed' and started_at > now() - interval '1 day') as "runsFailedToday",
  (select count(to_regclass(name))::int from unnest($2::text[]) name) as "partitionsAhead"`;
