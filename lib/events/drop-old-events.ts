import type pg from 'pg';
import { SYSTEM } from '@/lib/accounts/actor';
import { addDays, type Day } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { batchDb } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { CHANGE_WAITS, isBusy } from '@/lib/platform/is-busy';
import { CLOSING_MARGIN_MILLISECONDS } from './close-days';
import { partitionName } from './ensure-partitions';
import { holdOrderOfDays } from './hold-order-of-days';

/**
 * Drops the log of days older than EVENT_RETENTION_DAYS, oldest first, and writes down when; figures, lines and statements
 * stay. A day keeps its log while it or the day after is not closed, while it owes an adjustment or has events to be
 * judged or folded, and while events for it may come. Returns the days; none when everything is kept.
 */
export async function dropOldEvents(now: Date): Promise<Day[]> {
  const kept = env().EVENT_RETENTION_DAYS;
  if (kept === undefined) return [];
  const { dayOf } = calendar();
  const reach = env().EVENTS_MAX_AGE_HOURS * 3_600_000 + CLOSING_MARGIN_MILLISECONDS;
  const first = [addDays(dayOf(now), -kept), dayOf(new Date(now.getTime() - reach))].sort()[0];
  const dropped: Day[] = [];
  const client = await batchDb().$client.connect();
  try {
    for (let day = await nextToDrop(client, first, null); day; day = await nextToDrop(client, first, day))
      if (await drop(client, day, now)) dropped.push(day);
    return dropped;
  } finally {
    client.release(true); // an error may have left a transaction open
  }
}

const DROPPABLE = `d.state = 'closed' and d.events_dropped_at is null and not d.owed
  and exists (select from days after where after.day = d.day + 1 and after.state = 'closed')
  and not exists (select from event_deltas x where x.day = d.day)
  and not exists (select from provisional_verdicts p where p.day = d.day)`;

async function nextToDrop(client: pg.PoolClient, first: Day | undefined, after: Day | null): Promise<Day | null> {
  const { rows } = await client.query<{ day: Day }>(
    `select day from days d where day < $1 and day > coalesce($2::date, '-infinity') and ${DROPPABLE} order by day limit 1`,
    [first, after],
  );
  return rows[0]?.day ?? null;
}

/** Looks again once nobody can write: what came meanwhile keeps the log of its day. A log that is too busy waits for the next run. */
async function drop(client: pg.PoolClient, day: Day, now: Date): Promise<boolean> {
  const name = partitionName(day);
  await client.query('begin');
  try {
    await client.query(`set local lock_timeout = '${CHANGE_WAITS}'`);
    await holdOrderOfDays(client);
    await client.query('lock table events in access exclusive mode');
    const { rowCount } = await client.query(
      `update days d set events_dropped_at = $2 where day = $1 and ${DROPPABLE} returning day`,
      [day, now],
    );
    if (rowCount === 0) return false;
    await client.query(AUDIT, [SYSTEM.kind, SYSTEM.name, day, name, now]);
    await client.query(`drop table if exists ${name}`);
    await client.query('delete from events_default where day = $1', [day]);
    return true;
  } catch (error) {
    if (!isBusy(error)) throw error;
    await client.query('rollback');
    return false;
  } finally {
    await client.query('commit');
  }
}

const AUDIT = `insert into audit_log (at, actor_kind, actor_name, action, subject_kind, subject_id, after, request_id)
  values ($5, $1, $2, 'events.dropped', 'day', $3, jsonb_build_object('bytes', coalesce(pg_total_relation_size(to_regclass($4)), 0)), 'daily')`;
