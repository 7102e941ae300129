import { sql } from 'drizzle-orm';
import type { By } from '@/lib/accounts/actor';
import { appendAudit } from '@/lib/accounts/audit';
import { transaction } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import type { JobsRedrive, JobsRedriven } from './job-schema';

/**
 * Gives failed jobs all their tries again, beginning at once; others stay as they are. Two admins at once run each job
 * again once, as the rows are locked. Changing none leaves no trace.
 */
export async function redriveJobs({
  wanted: { ids, task },
  actor,
  requestId,
  now,
}: { wanted: JobsRedrive } & By): Promise<JobsRedriven> {
  const param = sql.param(ids ?? null);
  return transaction(async (tx) => {
    const { rows } = await tx.execute<{ redriven: number }>(sql`
      with failed as materialized (
        select j.id from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
        where j.locked_at is null and not j.is_available
          and (${param}::bigint[] is null or j.id = any(${param}::bigint[]))
          and (${task ?? null}::text is null or t.identifier = ${task ?? null})
        order by j.id for update of j
      )
      select count(r.id) as redriven from (select array_agg(id) as ids from failed) f
      cross join graphile_worker.reschedule_jobs(
        f.ids, ${now.toISOString()}::timestamptz, null, 0, ${env().JOB_MAX_ATTEMPTS}::int) r`);
    const redriven = rows[0]?.redriven ?? 0;
    if (redriven > 0) {
      const subject = { kind: 'jobs', id: ids ? ids.slice(0, 20).join(' ') : (task ?? '*') };
      await appendAudit(tx, { actor, action: 'jobs.redriven', subject, after: { redriven }, requestId });
    }
    return { redriven };
  });
}
