import { type Runner, run } from 'graphile-worker';
import { jobsDb } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { releaseLostJobs } from '@/lib/platform/release-lost-jobs';
import { inHandfuls, jobLogger, taskListOf } from './task-list';
import { type Lane, LOST_AFTER_SECONDS } from './tasks';

const LOST_EVERY_MILLISECONDS = 15_000;
/** Every job that is queued wakes both lanes; the long one, for which few are meant, looks a few times a second at most. */
const SELDOM = { durationMs: 200, maxAbortThreshold: Infinity };
const AGAIN_AFTER_MILLISECONDS = 1000;

/**
 * Runs jobs within moments of their commit, as long as this process lives, beside any number of other ones. When the
 * database goes away it begins again as soon as it is back. `stop` takes no more jobs and waits for those under way.
 */
export function startJobWorker(): { stop: () => Promise<void> } {
  if (env().JOB_CONCURRENCY === 0) return { stop: async () => {} };
  const stopping = new AbortController();
  const working = Promise.all([workOn('quick', stopping.signal), workOn('long', stopping.signal)]);
  const sweep = setInterval(sweepLost, LOST_EVERY_MILLISECONDS).unref();
  return {
    stop: async () => {
      clearInterval(sweep);
      stopping.abort();
      await working;
    },
  };
}

async function workOn(lane: Lane, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const runner = await startRunner(lane);
      const stop = () => void runner.stop().catch(warn);
      if (signal.aborted) stop();
      signal.addEventListener('abort', stop, { once: true });
      await runner.promise.finally(() => signal.removeEventListener('abort', stop));
    } catch (error) {
      warn(error);
    }
    if (!signal.aborted) await pause(signal);
  }
}

/** One connection of the pool listens for new ones of this lane. */
async function startRunner(lane: Lane): Promise<Runner> {
  const { localQueue, ...handfuls } = inHandfuls(lane === 'long' ? 1 : env().JOB_CONCURRENCY);
  await releaseLostJobs(jobsDb(), LOST_AFTER_SECONDS);
  return run({
    pgPool: jobsDb().$client,
    taskList: taskListOf(lane),
    parsedCronItems: [],
    noHandleSignals: true,
    logger: jobLogger,
    preset: {
      worker: {
        ...handfuls,
        localQueue: { ...localQueue, ...(lane === 'long' && { refetchDelay: SELDOM }) },
        pollInterval: 1000,
      },
    },
  });
}

function sweepLost(): void {
  releaseLostJobs(jobsDb(), LOST_AFTER_SECONDS).catch(warn);
}

const warn = (error: unknown) => console.warn(`jobs: ${error instanceof Error ? error.message : error}`);

function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, AGAIN_AFTER_MILLISECONDS);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
