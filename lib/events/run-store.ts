import type pg from 'pg';
import type { Day } from '@/lib/kernel/day';
import { batchDb } from '@/lib/platform/database';
import type { RolledUpDay } from './roll-up-day';

/** Written outside the transaction of the run, so that a run under way can be seen. The caller holds the lock of the day. */
export async function startRun(day: Day, at: Date): Promise<number> {
  const { rows } = await batchDb().$client.query<{ id: number }>(
    `insert into runs (kind, day, attempt, state, started_at)
     select 'settle-day', $1, coalesce(max(attempt), 0) + 1, 'running', $2 from runs where day = $1 returning id`,
    [day, at],
  );
  if (!rows[0]) throw new Error(`no run was recorded for ${day}`);
  return rows[0].id;
}

/** A run that still says "running" while nobody holds its day was ended by a crash. */
export async function abandonRuns(day: Day): Promise<void> {
  await batchDb().$client.query(
    `update runs set state = 'failed', error = 'The process ended before the run did; nothing of it was kept.' where day = $1 and state = 'running'`,
    [day],
  );
}

type Finished = RolledUpDay & { changed: number; steps: Record<string, number>; finishedAt: Date; took: number };

export async function finishRun(client: pg.ClientBase, runId: number, run: Finished): Promise<void> {
  await client.query(
    `update runs set state = 'succeeded', finished_at = $2, took_milliseconds = $3, rows_in = $4, rows_out = $5,
       verdicts_changed = $6, checksum_in = $7, checksum_out = $8, steps = $9 where id = $1`,
    [runId, run.finishedAt, run.took, run.rows, run.counted, run.changed, run.checksumIn, run.checksumOut, run.steps],
  );
}

/** Written outside the transaction, which is undone. */
export async function failRun(runId: number, error: unknown, finishedAt: Date, took: number): Promise<void> {
  const message = error instanceof Error ? error.message : String(error);
  await batchDb().$client.query(
    `update runs set state = 'failed', finished_at = $2, took_milliseconds = $3, error = $4 where id = $1`,
    [runId, finishedAt, took, message.slice(0, 2000)],
  );
}
