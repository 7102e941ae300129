import type { Database } from './database';

/**
 * Frees the jobs whose process ended, or lost the database, while it ran them; graphile-worker itself waits four hours.
 * `tasks` says after how many seconds a job of each kind is taken for lost. It may still be running: jobs are written so
 * that two at once do the work once. Returns how many were freed.
 */
export async function releaseLostJobs(db: Pick<Database, '$client'>, tasks: Record<string, number>): Promise<number> {
  const { rowCount } = await db.$client.query(
    `update graphile_worker._private_jobs j set locked_at = null, locked_by = null, updated_at = now(),
       last_error = coalesce(j.last_error, 'The server that ran it ended before it did.')
     from graphile_worker._private_tasks t join jsonb_each_text($1::jsonb) lost (task, seconds) on lost.task = t.identifier
     where t.id = j.task_id and j.job_queue_id is null
       and j.locked_at < now() - make_interval(secs => lost.seconds::int)`,
    [JSON.stringify(tasks)],
  );
  return rowCount ?? 0;
}
