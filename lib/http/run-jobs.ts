import { runOnce } from 'graphile-worker';
import { batchDb } from '@/lib/platform/database';
import { releaseLostJobs } from '@/lib/platform/release-lost-jobs';
import { inHandfuls, jobLogger, taskListOf } from './task-list';
import { type Lane, LOST_AFTER_SECONDS } from './tasks';

/** They share the pool's few connections; those that pay points share their transactions as well. */
const CONCURRENCY: Record<Lane, number> = { quick: 16, long: 1 };

/** Runs the jobs that are due until none is left; each is retried with backoff and kept when it fails for good. */
export async function runJobs(): Promise<number> {
  let done = 0;
  await releaseLostJobs(batchDb(), LOST_AFTER_SECONDS);
  for (const lane of ['quick', 'long'] as const) {
    await runOnce({
      pgPool: batchDb().$client,
      taskList: taskListOf(lane, () => {
        done += 1;
      }),
      noHandleSignals: true,
      logger: jobLogger,
      preset: { worker: inHandfuls(CONCURRENCY[lane]) },
    });
  }
  return done;
}
