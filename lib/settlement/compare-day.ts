import type pg from 'pg';
import { EVERY_CONTENT } from '@/lib/events/content-range';
import { holdDay } from '@/lib/events/hold-day';
import { judgeRange } from '@/lib/events/judge-range';
import type { Day } from '@/lib/kernel/day';
import { DomainError } from '@/lib/kernel/error';
import { now, stopwatch } from '@/lib/platform/clock';
import { batchDb } from '@/lib/platform/database';
import type { DayComparison } from './comparison-schema';
import { endComparison, startComparison } from './comparison-store';
import { DAY_FIGURES, differencesOf, REMEMBER, type Sums } from './differences-of';
import { settleLines } from './settle-lines';

/**
 * Does the work of a run of the day in a transaction, writes down what changed, and rolls it back. Recorded as a run of
 * kind `compare-day`; a refusal (closed or running meanwhile) is the outcome of that run.
 */
export async function compareDay(day: Day, at: Date): Promise<number> {
  const took = stopwatch();
  const runId = await startComparison(day, at);
  try {
    const result = await compare(day);
    await endComparison(runId, { result }, now(), took());
  } catch (error) {
    await endComparison(runId, { error }, now(), took());
    if (!(error instanceof DomainError)) throw error;
  }
  return runId;
}

async function compare(day: Day): Promise<DayComparison> {
  const client = await batchDb().$client.connect();
  try {
    await client.query('begin');
    await holdDay(client, day);
    return await tryRun(client, day);
  } finally {
    await client.query('rollback').then(
      () => client.release(),
      () => client.release(true),
    );
  }
}

async function tryRun(client: pg.PoolClient, day: Day): Promise<DayComparison> {
  for (const statement of REMEMBER) await client.query(statement.text, statement.of(day));
  const before = await figuresOf(client, day);
  await judgeRange(client, day, EVERY_CONTENT);
  const linesChanged = await settleLines(client, day);
  const after = await figuresOf(client, day);
  const { lines, ...rest } = await differencesOf(client, day);
  const here = lines.added + lines.removed + lines.changed;
  return { before, after, lines, laterLinesChanged: linesChanged - here, ...rest };
}

async function figuresOf(client: pg.PoolClient, day: Day): Promise<Sums> {
  const { rows } = await client.query<Sums>(DAY_FIGURES, [day]);
  if (!rows[0]) throw new Error(`the figures of ${day} gave no row`);
  return rows[0];
}
