import type pg from 'pg';
import { addDays, type Day } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { now, stopwatch } from '@/lib/platform/clock';
import { batchDb } from '@/lib/platform/database';
import { eventErrors } from './errors';
import { judgeDay } from './judge-day';
import { rollUpDay } from './roll-up-day';
import { abandonRuns, failRun, finishRun, startRun } from './run-store';

export type SettledDay = {
  runId: number;
  day: Day;
  rows: number;
  counted: number;
  changed: number;
  checksumOut: string;
};

/** What is made of a day's figures in the transaction of its run; returns how long its steps took, in milliseconds. */
export type Afterwards = (client: pg.ClientBase, day: Day) => Promise<Record<string, number>>;

/**
 * Judges a past day again from the log, makes its figures the log's, and marks it settled. Running it again changes
 * nothing; two at once do the work once. A crash at any point leaves the day as it was.
 * Errors: events/day-not-past, events/day-closed, events/day-running.
 */
export async function settleDay(day: Day, at: Date, afterwards?: Afterwards): Promise<SettledDay> {
  if (at < calendar().endOf(day)) throw eventErrors.notPast(day);
  const client = await batchDb().$client.connect();
  let broken = true;
  try {
    const settled = await settle(client, day, at, afterwards);
    broken = false;
    return settled;
  } finally {
    client.release(broken);
  }
}

async function settle(client: pg.PoolClient, day: Day, at: Date, afterwards?: Afterwards): Promise<SettledDay> {
  const took = stopwatch();
  await client.query('begin');
  const tail = await lockDay(client, day).catch(async (refusal) => {
    await client.query('rollback');
    throw refusal;
  });
  await abandonRuns(day);
  const runId = await startRun(day, at);
  try {
    const judged = await judgeDay(client, day);
    const judgedAfter = took();
    const rolledUp = await rollUpDay(client, day);
    // An event that came between the two statements is in the figures with its first verdict: the day is judged again later.
    const dirty = judged.rows !== rolledUp.rows;
    await markSettled(client, day, at, dirty, judged.tailChecksum);
    if (judged.tailChecksum !== tail) await dirtyNextDay(client, day);
    const steps = { judge: judgedAfter, rollUp: took() - judgedAfter, ...(await afterwards?.(client, day)) };
    await finishRun(client, runId, { ...rolledUp, changed: judged.changed, steps, finishedAt: now(), took: took() });
    await client.query('commit');
    return { runId, day, changed: judged.changed, ...rolledUp };
  } catch (error) {
    await client.query('rollback').catch(() => {}); // the day is free before the failure is known; a lost connection frees it by itself
    await failRun(runId, error, now(), took());
    throw error;
  }
}

/** Holds the day until the end of the transaction; folds skip it, and another run is refused. Returns the tail of the last run. */
async function lockDay(client: pg.PoolClient, day: Day): Promise<string | null> {
  const { rows: lock } = await client.query<{ taken: boolean }>(
    `select pg_try_advisory_xact_lock(hashtext('settle-day'), hashtext($1)) as taken`,
    [day],
  );
  if (!lock[0]?.taken) throw eventErrors.dayRunning(day);
  await client.query('insert into days (day) values ($1) on conflict do nothing', [day]);
  // Waits for a fold that has the day just now; the snapshots of all later statements come after it.
  const { rows } = await client.query<{ state: string; tail: string | null }>(
    'select state, tail_checksum as tail from days where day = $1 for update',
    [day],
  );
  if (rows[0]?.state === 'closed') throw eventErrors.dayClosed(day);
  return rows[0]?.tail ?? null;
}

async function markSettled(client: pg.PoolClient, day: Day, at: Date, dirty: boolean, tail: string): Promise<void> {
  await client.query(
    `update days set state = 'settled', dirty = $2, settled_at = $3, tail_checksum = $4 where day = $1`,
    [day, dirty, at, tail],
  );
}

async function dirtyNextDay(client: pg.PoolClient, day: Day): Promise<void> {
  await client.query(`update days set dirty = true where day = $1 and state = 'settled'`, [addDays(day, 1)]);
}
