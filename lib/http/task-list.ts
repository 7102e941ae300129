import { Logger, type Task, type TaskList } from 'graphile-worker';
import { now } from '@/lib/platform/clock';
import { env } from '@/lib/platform/env';
import { FailsForGood } from '@/lib/platform/fails-for-good';
import { inSpan } from '@/lib/platform/tracing';
import { type Lane, TASKS } from './tasks';

/** A lane's tasks as graphile-worker runs them: each failure is retried with backoff, until it has failed for good. */
export function taskListOf(lane: Lane, onDone = () => {}): TaskList {
  const tasks = Object.entries(TASKS).filter(([, task]) => task.lane === lane);
  return Object.fromEntries(
    tasks.map(([name, { run }]): [string, Task] => [
      name,
      async (payload, helpers) => {
        const lastTry = helpers.job.attempts >= env().JOB_MAX_ATTEMPTS;
        try {
          await inSpan(`job ${name}`, () => run(payload, now(), lastTry));
          onDone();
        } catch (error) {
          if (error instanceof FailsForGood || lastTry) await endTries(helpers);
          throw error;
        }
      },
    ]),
  );
}

/** After this failure no attempt is left: the job waits for an admin. */
async function endTries({ query, job }: Parameters<Task>[1]): Promise<void> {
  await query('update graphile_worker._private_jobs set max_attempts = greatest(attempts, 1) where id = $1', [job.id]);
}

/** Jobs are fetched and completed in handfuls, as many as run at once. */
export const inHandfuls = (concurrentJobs: number) => ({
  concurrentJobs,
  localQueue: { size: concurrentJobs },
  completeJobBatchDelay: 0,
  failJobBatchDelay: 0,
});

/** Failures of jobs are read on the jobs page; what goes wrong with the worker itself is a line of the log. */
export const jobLogger = new Logger(() => (level, message, meta) => {
  if (level === 'error' && !meta.failure) console.warn(`jobs: ${message}`);
});
