import type pg from 'pg';
import type { Day } from '@/lib/kernel/day';
import { batchDb } from '@/lib/platform/database';
import type { ContentRange } from './content-range';
import type { RangeWork } from './day-work';
import type { JudgedRange } from './judge-range';

/** What a finished range left behind; `work` is null when nothing is made of the figures. */
export type DoneRange = { judged: JudgedRange; work: RangeWork | null; steps: Record<string, number> };
/** A range of a run; `before` is what a crashed run did with it. */
export type RunRange = ContentRange & { n: number; before: DoneRange | null };

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
    `update runs set state = 'failed', error = 'The process ended before the run did; the next run goes on where it was.' where day = $1 and state = 'running'`,
    [day],
  );
}

/** The ranges of the attempt before this one, if it failed on the same basis. */
export async function rangesLeft(day: Day, runId: number, basis: string): Promise<RunRange[]> {
  const { rows } = await batchDb().$client.query<RunRange>(
    `select r.n, r.first_id as "firstId", r.end_id as "endId", r.done as before from run_ranges r
     where run_id = (select id from (
       select id, state, basis from runs where day = $1 and kind = 'settle-day' and id < $2 order by id desc limit 1
     ) last where state = 'failed' and basis = $3) order by n`,
    [day, runId, basis],
  );
  return rows;
}

/** Written outside the transaction, as the range that ends it may be committed before the run is. */
export async function planRun(runId: number, basis: string, ranges: RunRange[]): Promise<void> {
  const column = <T>(of: (range: RunRange) => T) => ranges.map(of);
  await batchDb().$client.query(
    `insert into run_ranges (run_id, n, first_id, end_id) select $1, * from unnest($2::int[], $3::bigint[], $4::bigint[])`,
    [runId, column((range) => range.n), column((range) => range.firstId), column((range) => range.endId)],
  );
  await batchDb().$client.query('update runs set basis = $2 where id = $1', [runId, basis]);
}

export async function keepRange(client: pg.ClientBase, runId: number, n: number, done: DoneRange): Promise<void> {
  await client.query('update run_ranges set done = $3 where run_id = $1 and n = $2', [runId, n, done]);
}

/** Outside any transaction, for those who watch. */
export async function showProgress(runId: number, progress: { done: number; of: number; rows: number }): Promise<void> {
  await batchDb().$client.query('update runs set progress = $2 where id = $1', [runId, progress]);
}

type Finished = JudgedRange & {
  steps: Record<string, number>;
  finishedAt: Date;
  took: number;
  tariffVersion: number | null;
  linesBefore: string | null;
  linesAfter: string | null;
  linesChanged: number | null;
};

export async function finishRun(client: pg.ClientBase, runId: number, run: Finished): Promise<void> {
  await client.query(
    `update runs set state = 'succeeded', finished_at = $2, took_milliseconds = $3, rows_in = $4, rows_out = $5,
       verdicts_changed = $6, checksum_in = $7, checksum_out = $8, steps = $9, tariff_version = $10, lines_before = $11,
       lines_after = $12, lines_changed = $13 where id = $1`,
    [
      ...[runId, run.finishedAt, run.took, run.rows, run.counted, run.changed, run.checksumIn, run.checksumOut],
      ...[run.steps, run.tariffVersion, run.linesBefore, run.linesAfter, run.linesChanged],
    ],
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
