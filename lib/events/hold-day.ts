import type pg from 'pg';
import type { Day } from '@/lib/kernel/day';
import { eventErrors } from './errors';
import { holdOrderOfDays } from './hold-order-of-days';

/**
 * Holds a day that is not closed until the end of the transaction; folds skip it, and runs of it are refused. Waits for
 * runs of other days. Errors: events/day-running, events/day-closed.
 */
export async function holdDay(client: pg.ClientBase, day: Day): Promise<void> {
  await claimDay(client, day);
  await client.query('insert into days (day) values ($1) on conflict do nothing', [day]);
  await lockRow(client, day, 'update');
}

/** Makes the transaction the one run of the day, and holds the order of days. Errors: events/day-running. */
export async function claimDay(client: pg.ClientBase, day: Day): Promise<void> {
  const { rows } = await client.query<{ taken: boolean }>(
    `select pg_try_advisory_xact_lock(hashtext('settle-day'), hashtext($1)) as taken`,
    [day],
  );
  if (!rows[0]?.taken) throw eventErrors.dayRunning(day);
  await holdOrderOfDays(client);
}

/**
 * Holds a claimed day like `holdDay`, and leaves room for the lanes of its run (`joinDay`). Waits for a fold that has the
 * day just now, and for lanes that a crashed run left behind. Returns the tail of the last run. Errors: events/day-closed.
 */
export async function holdDayWithLanes(client: pg.ClientBase, day: Day): Promise<string | null> {
  await client.query('savepoint alone');
  await lockRow(client, day, 'update');
  await client.query('rollback to savepoint alone'); // which gives this stronger lock back
  return lockRow(client, day, 'no key update');
}

/**
 * Makes a transaction part of a run: folds keep off the day until it ends, also when the run itself crashed. Throws when
 * the run has ended.
 */
export async function joinDay(client: pg.ClientBase, day: Day, runId: number): Promise<void> {
  await client.query('select from days where day = $1 for key share', [day]);
  const { rows } = await client.query<{ state: string }>('select state from runs where id = $1', [runId]);
  if (rows[0]?.state !== 'running') throw new Error(`the run of ${day} has ended`);
}

async function lockRow(client: pg.ClientBase, day: Day, strength: 'update' | 'no key update'): Promise<string | null> {
  const { rows } = await client.query<{ state: string; tail: string | null }>(
    `select state, tail_checksum as tail from days where day = $1 for ${strength}`,
    [day],
  );
  if (rows[0]?.state === 'closed') throw eventErrors.dayClosed(day);
  return rows[0]?.tail ?? null;
}
