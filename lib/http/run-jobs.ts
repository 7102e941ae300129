import { runOnce, type TaskList } from 'graphile-worker';
import { z } from 'zod';
import { settleDay } from '@/lib/events/settle-day';
import { type Day, parseDay } from '@/lib/kernel/day';
import { DomainError } from '@/lib/kernel/error';
import { now } from '@/lib/platform/clock';
import { batchDb } from '@/lib/platform/database';

const dayPayload = z.object({
  day: z
    .string()
    .transform((text) => parseDay(text))
    .pipe(z.custom<Day>((day) => day !== null)),
});

/** Every kind of job, by the name it is queued under. */
const TASKS = {
  'settle-day': async (payload: unknown) => {
    // A refusal (closed meanwhile, running elsewhere) is an outcome: trying again would not change it.
    await settleDay(dayPayload.parse(payload).day, now()).catch((error) => {
      if (!(error instanceof DomainError)) throw error;
    });
  },
};

/** Runs the jobs that are due until none is left; each is retried with backoff and kept when it fails for good. */
export async function runJobs(): Promise<number> {
  let done = 0;
  const taskList: TaskList = Object.fromEntries(
    Object.entries(TASKS).map(([name, task]) => [
      name,
      async (payload: unknown) => {
        await task(payload);
        done += 1;
      },
    ]),
  );
  await runOnce({
    pgPool: batchDb().$client,
    taskList,
    noHandleSignals: true,
    concurrency: 1,
    logger: undefined as never,
  });
  return done;
}
