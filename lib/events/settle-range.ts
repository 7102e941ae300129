import type pg from 'pg';
import type { Day } from '@/lib/kernel/day';
import { stopwatch } from '@/lib/platform/clock';
import { env } from '@/lib/platform/env';
import { boundsOf } from './content-range';
import type { DayWork } from './day-work';
import { checksumOfRange, judgeRange } from './judge-range';
import { type DoneRange, keepRange, type RunRange } from './run-store';

export type RunOfDay = { runId: number; day: Day; work: DayWork | null };

/**
 * Judges a range of a day and makes of it what the run makes, in the transaction of the caller, who is part of the run.
 * What a crashed run did with it stands as long as it is still there and nothing came since.
 */
export async function settleRange(client: pg.ClientBase, run: RunOfDay, range: RunRange): Promise<DoneRange> {
  await client.query(plannedFor(env().SETTLE_WORK_MEMORY_MEGABYTES));
  const before = range.before && (await standsStill(client, run, range, range.before)) ? range.before : null;
  const done = before ?? (await retried(client, () => workOn(client, run, range)));
  await keepRange(client, run.runId, range.n, done);
  return done;
}

// The sorts of millions of events, in memory; workers of Postgres's own would only compete with the other lanes. Ranges go
// by the keys of their tables, also of those that the planner believes empty and that fill while it reads them row by row.
const plannedFor = (
  megabytes: number,
) => `set local work_mem = '${megabytes}MB'; set local max_parallel_workers_per_gather = 0;
  set local jit = off; set local enable_seqscan = off`;

async function workOn(client: pg.ClientBase, { day, work }: RunOfDay, range: RunRange): Promise<DoneRange> {
  const took = stopwatch();
  const judged = await judgeRange(client, day, range);
  const judge = took();
  const made = (await work?.doRange(client, range)) ?? null;
  return { judged, work: made, steps: { judge, ...made?.steps } };
}

async function standsStill(client: pg.ClientBase, { day, work }: RunOfDay, range: RunRange, before: DoneRange) {
  const { rows: waiting } = await client.query(
    'select from event_deltas where day = $1 and content_id >= $2::bigint and content_id < $3::bigint limit 1',
    [day, ...boundsOf(range)],
  );
  return (
    waiting.length === 0 &&
    (await checksumOfRange(client, day, range)) === before.judged.checksumOut &&
    (await work?.checksumOf(client, range)) === before.work?.checksum
  );
}

const IN_EACH_OTHERS_WAY = new Set(['23505', '40P01']);

/**
 * A fold of another day may write the same week or month at the same moment; then it is done again while no fold runs.
 * The caller's transaction goes on either way.
 */
async function retried<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('savepoint range');
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && IN_EACH_OTHERS_WAY.has(String(error.code)))) throw error;
    await client.query('rollback to savepoint range');
    await client.query('select from watermarks where id = 1 for update');
    return work();
  }
}
