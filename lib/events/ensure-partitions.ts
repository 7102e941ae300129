import type pg from 'pg';
import { addDays, type Day, type DayRange, daysOf } from '@/lib/kernel/day';
import { batchDb } from '@/lib/platform/database';
import { CHANGE_WAITS, isBusy } from '@/lib/platform/is-busy';

/** How far ahead partitions are kept (I16). */
export const PARTITIONS_AHEAD_DAYS = 7;

/** The days around `today` that events may come for. */
export function partitionRange(today: Day): DayRange {
  return { from: addDays(today, -3), to: addDays(today, PARTITIONS_AHEAD_DAYS) };
}

/**
 * Makes the missing partitions of the log, one a day; returns how many it made. Two at once are safe. While somebody uses
 * the log for long, as a backup does, they are left to the next time: events of days without one are kept all the same.
 */
export async function ensurePartitions({ from, to }: DayRange): Promise<number> {
  const client = await batchDb().$client.connect();
  try {
    await client.query(`select pg_advisory_lock(hashtext('boxoffice partitions'))`);
    const existing = await existingPartitions(client);
    const missing = daysOf({ from, to }).filter((day) => !existing.has(partitionName(day)));
    for (const [made, day] of missing.entries()) if (!(await create(client, day))) return made;
    return missing.length;
  } finally {
    client.release(true); // ends the session, and with it the advisory lock
  }
}

export const partitionName = (day: Day) => `events_p${day.replaceAll('-', '')}`;

async function create(client: pg.PoolClient, day: Day): Promise<boolean> {
  try {
    await client.query(CREATE(day));
    return true;
  } catch (error) {
    if (!isBusy(error)) throw error;
    console.warn(`partitions: the log is in use, and ${partitionName(day)} is left to the next daily run`);
    return false;
  }
}

/**
 * Events that came before their day had a partition wait in the default one and move into it. The log is closed to
 * writers only while the few of them move; without any the lock is held for a moment.
 */
const CREATE = (day: Day) => `begin;
  set local lock_timeout = '${CHANGE_WAITS}';
  create table ${partitionName(day)} (like events including defaults);
  lock table events, events_default in access exclusive mode;
  with moved as (delete from events_default where day = '${day}' returning *) insert into ${partitionName(day)} select * from moved;
  alter table events attach partition ${partitionName(day)} for values from ('${day}') to ('${addDays(day, 1)}');
  commit;`;

async function existingPartitions(client: pg.PoolClient): Promise<Set<string>> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'events'::regclass`,
  );
  return new Set(rows.map((row) => row.name));
}
