import { foldDeltas } from '@/lib/events/fold-deltas';
import { batchDb } from '@/lib/platform/database';
import { queueLateEvents } from '@/lib/settlement/queue-late-events';
import { flushWatch } from '@/lib/streaming/flush-watch';
import { foldWatchTimes } from '@/lib/streaming/fold-watch-times';
import { runJobs } from './run-jobs';

/** Weeks and months take in the time watched so often; a day has it at once. */
const WEEKS_EVERY_MINUTES = 10;

/** What the minute cron does: folds what was counted, has late events judged, writes what players told, and runs the jobs that are due. */
export async function runMinute(now: Date): Promise<{
  foldedEvents: number;
  countedUpTo: string;
  players: number;
  jobs: number;
}> {
  const { foldedEvents, countedUpTo } = await foldDeltas(batchDb());
  await queueLateEvents();
  const players = await flushWatch();
  if (now.getUTCMinutes() % WEEKS_EVERY_MINUTES === 0) await foldWatchTimes(batchDb());
  return { foldedEvents, countedUpTo, players, jobs: await runJobs() };
}
