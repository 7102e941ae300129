import { db } from '@/lib/platform/database';
import type { JobsSummary } from '../job-schema';

/** Counts jobs by task and state. A job waits since its time came; one that is to be tried later does not wait yet. */
export async function summarizeJobs(now: Date): Promise<JobsSummary> {
  const { rows: tasks } = await db().$client.query<Row>({
    name: 'summarize-jobs',
    text: `select t.identifier as task,
        count(*) filter (where j.is_available) as waiting,
        count(*) filter (where j.locked_at is not null) as running,
        count(*) filter (where j.locked_at is null and not j.is_available) as failed,
        floor(extract(epoch from $1::timestamptz - min(j.run_at) filter (where j.is_available and j.run_at <= $1)))::int
          as "oldestWaitingSeconds"
      from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      group by t.identifier order by t.identifier`,
    values: [now],
  });
  const sum = (key: 'waiting' | 'running' | 'failed') => tasks.reduce((total, task) => total + task[key], 0);
  const ages = tasks.flatMap((task) => task.oldestWaitingSeconds ?? []);
  return {
    waiting: sum('waiting'),
    running: sum('running'),
    failed: sum('failed'),
    oldestWaitingSeconds: ages.length > 0 ? Math.max(...ages) : null,
    tasks: tasks.map(({ oldestWaitingSeconds: _, ...task }) => task),
  };
}

type Row = JobsSummary['tasks'][number] & { oldestWaitingSeconds: number | null };
