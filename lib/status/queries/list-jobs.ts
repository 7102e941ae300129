import { idInCursor } from '@/lib/kernel/id-in-cursor';
import { type Page, pageOf } from '@/lib/kernel/page';
import { db } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { Job, type JobQuery } from '../job-schema';

// A job that was freed and is locked is running, whatever attempts it has left.
const STATE = `case when j.locked_at is not null then 'running' when j.attempts >= j.max_attempts then 'failed' else 'waiting' end`;

/** Jobs that are not done, newest first. */
export async function listJobs({ state, task, limit, cursor }: JobQuery): Promise<Page<Job>> {
  const { rows } = await db().$client.query<Row>({
    name: 'list-jobs',
    text: `select j.id, t.identifier as task, ${STATE} as state, j.attempts, least(j.max_attempts, $5) as "maxAttempts",
        j.run_at as "runAt", j.created_at as "createdAt", j.locked_at as "lockedAt",
        left(j.last_error, 2000) as "lastError", 
        case when length(j.payload::text) <= 1000 then j.payload else to_json(left(j.payload::text, 1000)) end as payload
      from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where j.id < $1 and ($2::text is null or ${STATE} = $2) and ($3::text is null or t.identifier = $3)
      order by j.id desc limit $4`,
    values: [
      cursor === undefined ? Number.MAX_SAFE_INTEGER : idInCursor(cursor),
      state ?? null,
      task ?? null,
      limit + 1,
      env().JOB_MAX_ATTEMPTS,
    ],
  });
  return pageOf(rows.map(jobOf), limit, (job) => [job.id]);
}

type Row = Omit<Job, 'runAt' | 'createdAt' | 'lockedAt'> & { runAt: Date; createdAt: Date; lockedAt: Date | null };

function jobOf({ runAt, createdAt, lockedAt, ...row }: Row): Job {
  return Job.parse({
    ...row,
    runAt: runAt.toISOString(),
    createdAt: createdAt.toISOString(),
    lockedAt: lockedAt?.toISOString() ?? null,
  });
}
