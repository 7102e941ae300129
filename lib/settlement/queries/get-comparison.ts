import type { Day } from '@/lib/kernel/day';
import { db } from '@/lib/platform/database';
import { ComparisonRun } from '../comparison-schema';
import { dayErrors } from '../day-errors';

/** The newest comparison of a day. Errors: settlement/day-not-compared. */
export async function getComparison(day: Day): Promise<ComparisonRun> {
  const { rows } = await db().$client.query<{ startedAt: Date; finishedAt: Date | null }>(
    `select id as "runId", state, started_at as "startedAt", finished_at as "finishedAt",
       took_milliseconds as "tookMilliseconds", error, result
     from runs where day = $1 and kind = 'compare-day' order by attempt desc limit 1`,
    [day],
  );
  const [run] = rows;
  if (!run) throw dayErrors.notCompared(day);
  const { startedAt, finishedAt } = run;
  return ComparisonRun.parse({
    ...run,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  });
}
