import { PARTITIONS_AHEAD_DAYS, partitionName } from '@/lib/events/ensure-partitions';
import { addDays, daysOf } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { db, readDb } from '@/lib/platform/database';

/** What an operator watches, as the database knows it. Ages in seconds. */
export type State = {
  daysNotSettled: number;
  daysDirty: number;
  deltasWaiting: number;
  runsFailedToday: number;
  partitionsAhead: number;
  replicaLagSeconds: number | null;
};

/** Reads it in two statements; the second asks the replica, when there is one, how far behind it is. */
export async function readState(now: Date): Promise<State> {
  const today = calendar().dayOf(now);
  const ahead = daysOf({ from: addDays(today, 1), to: addDays(today, PARTITIONS_AHEAD_DAYS) }).map(partitionName);
  const [{ rows }, replica] = await Promise.all([
    db().$client.query<Omit<State, 'replicaLagSeconds'>>(STATE, [today, ahead]),
    readDb().$client.query<{ lag: number | null }>(LAG),
  ]);
  if (!rows[0]) throw new Error('the state of the database gave no row');
  return { ...rows[0], replicaLagSeconds: replica.rows[0]?.lag ?? null };
}

const STATE = `select
  (select count(*)::int from days where day < $1 and state = 'open') as "daysNotSettled",
  (select count(*)::int from days where day < $1 and dirty) as "daysDirty",
  (select count(*)::int from (select from event_deltas limit 1000000) waiting) as "deltasWaiting",
  (select count(*)::int from runs where state = 'failed' and started_at > now() - interval '1 day') as "runsFailedToday",
  (select count(to_regclass(name))::int from unnest($2::text[]) name) as "partitionsAhead"`;

// A replica that has replayed all it received is not behind, however long ago the last change was.
const LAG = `select case when not pg_is_in_recovery() then null
  when pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() then 0
  else extract(epoch from now() - pg_last_xact_replay_timestamp()) end::float8 as lag`;
