import { foldDeltas } from '@/lib/events/fold-deltas';
import { batchDb } from '@/lib/platform/database';
import { queueLateEvents } from '@/lib/settlement/queue-late-events';
import { flushWatch } from '@/lib/streaming/flush-watch';
import { foldWatchTimes } from '@/lib/streaming/fold-watch-times';
import { PartsOfCron } from './parts-of-cron';
import { runJobs } from './run-jobs';

/** Weeks and months take in the time watched so often; a day has it at once. */
const WEEKS_EVERY_MINUTES = 10;

/** What the minute cron does: folds what was counted, has late events judged, writes what players told, and runs the jobs that are due. Throws what failed when everything else is done. */
export async function runMinute(now: Date): Promise<{
  foldedEvents: number;
  countedUpTo: string;
  players: number;
  jobs: number;
}> {
  const parts = new PartsOfCron();
  const folded = await parts.run(() => foldDeltas(batchDb()), {
    foldedEvents: 0,
    countedUpTo: '',
    tookMilliseconds: 0,
  });
  await parts.run(queueLateEvents, undefined);
  const players = await parts.run(flushWatch, 0);
  if (now.getUTCMinutes() % WEEKS_EVERY_MINUTES === 0) await parts.run(() => foldWatchTimes(batchDb()), 0);
  const jobs = await parts.run(runJobs, 0);
  parts.end();
  return { foldedEvents: folded.foldedEvents, countedUpTo: folded.countedUpTo, players, jobs };
}
