import { foldDeltas } from '@/lib/events/fold-deltas';
import { flushWatch } from '@/lib/streaming/flush-watch';
import { runJobs } from './run-jobs';

/** What the minute cron does: folds what was counted, writes what players told, and runs the jobs that are due. */
export async function runMinute(): Promise<{
  foldedEvents: number;
  countedUpTo: string;
  players: number;
  jobs: number;
}> {
  const { foldedEvents, countedUpTo } = await foldDeltas();
  const players = await flushWatch();
  return { foldedEvents, countedUpTo, players, jobs: await runJobs() };
}
