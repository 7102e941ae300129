import type { Day } from '@/lib/kernel/day';
import { batchDb } from '@/lib/platform/database';
import type { DayComparison } from './comparison-schema';

/** Written outside the transaction that is rolled back, so that it can be seen. One that says "running" still was ended by a crash. */
export async function startComparison(day: Day, at: Date): Promise<number> {
  await batchDb().$client.query(
    `update runs set state = 'failed', error = 'The process ended before the comparison did.'
     where day = $1 and kind = 'compare-day' and state = 'running'`,
    [day],
  );
  const { rows } = await batchDb().$client.query<{ id: number }>(
    `insert into runs (kind, day, attempt, state, started_at)
     select 'compare-day', $1, coalesce(max(attempt), 0) + 1, 'running', $2 from runs where day = $1 returning id`,
    [day, at],
  );
  if (!rows[0]) throw new Error(`no comparison was recorded for ${day}`);
  return rows[0].id;
}

type Ended = { result: DayComparison } | { error: unknown };

export async function endComparison(runId: number, ended: Ended, finishedAt: Date, took: number): Promise<void> {
  const [result, error] = 'result' in ended ? [ended.result, null] : [null, messageOf(ended.error)];
  await batchDb().$client.query(
    `update runs set state = $2, finished_at = $3, took_milliseconds = $4, result = $5, error = $6 where id = $1`,
    [runId, error === null ? 'succeeded' : 'failed', finishedAt, took, result, error],
  );
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error)).slice(0, 2000);
