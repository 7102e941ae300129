import { foldDeltas } from '@/lib/events/fold-deltas';
import { runJobs } from './run-jobs';

/** What the minute cron does: folds what was counted, and runs the jobs that are due. */
export async function runMinute(): Promise<{ foldedEvents: number; countedUpTo: string; jobs: number }> {
  const { foldedEvents, countedUpTo } = await foldDeltas();
  return { foldedEvents, countedUpTo, jobs: await runJobs() };
}
