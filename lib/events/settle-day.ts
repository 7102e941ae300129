import type pg from 'pg';
import { addDays, type Day } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { now, stopwatch } from '@/lib/platform/clock';
import { batchDb } from '@/lib/platform/database';
import { SUM_OF_COLUMNS } from './add-to-summaries';
import { basisOfVerdicts } from './basis-of-verdicts';
import type { Afterwards } from './day-work';
import { eventErrors } from './errors';
import { claimDay, holdDayWithLanes } from './hold-day';
import type { JudgedRange } from './judge-range';
import { planRanges } from './plan-ranges';
import { abandonRuns, type DoneRange, failRun, finishRun, planRun, rangesLeft, startRun } from './run-store';
import type { RunOfDay } from './settle-range';
import { settleRanges } from './settle-ranges';

export type { Afterwards } from './day-work';
export type SettledDay = {
  runId: number;
  day: Day;
  rows: number;
  counted: number;
  changed: number;
  checksumOut: string;
  ranges: number;
};

/**
 * Judges a past day again from the log, makes its figures the log's, and marks it settled; of a large day in ranges of
 * contents side by side. Running it again changes nothing; two at once do the work once. After a crash at any point the
 * next run keeps the ranges that were done and ends with the same bytes.
 * Errors: events/day-not-past, events/day-closed, events/day-running.
 */
export async function settleDay(day: Day, at: Date, afterwards?: Afterwards): Promise<SettledDay> {
  if (at < calendar().endOf(day)) throw eventErrors.notPast(day);
  await batchDb().$client.query('insert into days (day) values ($1) on conflict do nothing', [day]);
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
  const tail = await hold(client, day).catch(async (refusal) => {
    await client.query('rollback');
    throw refusal;
  });
  const runId = await startRun(day, at);
  try {
    const run = { runId, day, work: (await afterwards?.(client, day)) ?? null };
    const done = await settleRanges(client, run, await rangesOf(client, run));
    const settled = await finish(client, run, done, { at, tail, took });
    await client.query('commit');
    return settled;
  } catch (error) {
    await client.query('rollback').catch(() => {}); // the day is free before the failure is known; a lost connection frees it by itself
    await failRun(runId, error, now(), took());
    throw error;
  }
}

async function hold(client: pg.PoolClient, day: Day): Promise<string | null> {
  await claimDay(client, day);
  await abandonRuns(day); // before waiting for its lanes, which begin nothing from now on
  // A day that is half done does not close, and the daily run takes it up.
  await batchDb().$client.query(`update days set dirty = true where day = $1 and state = 'settled'`, [day]);
  return holdDayWithLanes(client, day);
}

/** Those of a crashed run with what it did, or new ones. */
async function rangesOf(client: pg.ClientBase, { runId, day, work }: RunOfDay) {
  const basis = `${await basisOfVerdicts(client, day)} ${work?.basis ?? ''}`;
  const left = await rangesLeft(day, runId, basis);
  const ranges = left.length > 0 ? left : (await planRanges(day)).map((range, n) => ({ ...range, n, before: null }));
  await planRun(runId, basis, ranges);
  return ranges;
}

type Circumstances = { at: Date; tail: string | null; took: () => number };

async function finish(client: pg.ClientBase, { runId, day, work }: RunOfDay, done: DoneRange[], of: Circumstances) {
  const before = of.took();
  const judged = sumOf(done.map((one) => one.judged));
  await proveTotals(client, day, judged.rows);
  await client.query(
    `update days set state = 'settled', dirty = false, settled_at = $2, tail_checksum = $3 where day = $1`,
    [day, of.at, judged.tail],
  );
  if (judged.tail !== of.tail) await dirtyNextDay(client, day);
  const made = (await work?.finish(
    client,
    done.flatMap((one) => one.work ?? []),
  )) ?? { linesAfter: null, linesChanged: null };
  const steps = { ...addUp(done.map((one) => one.steps)), finish: of.took() - before };
  const lines = { tariffVersion: work?.tariffVersion ?? null, linesBefore: work?.linesBefore ?? null, ...made };
  await finishRun(client, runId, { ...judged, ...lines, steps, finishedAt: now(), took: of.took() });
  const { rows, counted, changed, checksumOut } = judged;
  return { runId, day, rows, counted, changed, checksumOut, ranges: done.length };
}

function sumOf(ranges: JudgedRange[]): JudgedRange {
  const sum = (of: (range: JudgedRange) => number) => ranges.reduce((total, range) => total + of(range), 0);
  const add = (of: (range: JudgedRange) => string) =>
    String(ranges.reduce((total, range) => total + BigInt(of(range)), 0n));
  return {
    rows: sum((range) => range.rows),
    counted: sum((range) => range.counted),
    changed: sum((range) => range.changed),
    checksumIn: add((range) => range.checksumIn),
    checksumOut: add((range) => range.checksumOut),
    tail: add((range) => range.tail),
  };
}

/** Milliseconds of each step over all ranges; those of lanes side by side add up to more than the run took. */
function addUp(steps: Record<string, number>[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const one of steps)
    for (const [name, milliseconds] of Object.entries(one)) sums[name] = (sums[name] ?? 0) + milliseconds;
  return sums;
}

/** I6: what the day's totals say is what the log has. */
async function proveTotals(client: pg.ClientBase, day: Day, rows: number): Promise<void> {
  const { rows: found } = await client.query<{ total: number }>(TOTAL, [day]);
  if (found[0]?.total !== rows)
    throw new Error(`log and figures of ${day} disagree: ${rows} events, ${found[0]?.total} in totals`);
}

async function dirtyNextDay(client: pg.ClientBase, day: Day): Promise<void> {
  await client.query(`update days set dirty = true where day = $1 and state = 'settled'`, [addDays(day, 1)]);
}

const TOTAL = `select coalesce(${SUM_OF_COLUMNS}, 0)::bigint as total from day_totals where day = $1`;
