import { freezeRankings } from '@/lib/community/freeze-rankings';
import { amendDays } from '@/lib/events/amend-days';
import { dropOldEvents } from '@/lib/events/drop-old-events';
import { partitionRange } from '@/lib/events/ensure-partitions';
import { type DailyRun, runDaily } from '@/lib/events/run-daily';
import { checkIntegrity } from '@/lib/integrity/queries/check-integrity';
import type { Day } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { batchDb } from '@/lib/platform/database';
import { errorFacts } from '@/lib/platform/error-facts';
import { forgetAnswers } from '@/lib/platform/forget-answers';
import { log } from '@/lib/platform/log';
import { ensureLinePartitions } from '@/lib/settlement/ensure-line-partitions';
import { payLateEvents } from '@/lib/settlement/pay-late-events';
import { priceDay } from '@/lib/settlement/price-day';
import { countAdVideoViews } from '@/lib/streaming/count-ad-video-views';
import { foldWatchTimes } from '@/lib/streaming/fold-watch-times';
import { forgetPlayers } from '@/lib/streaming/forget-players';
import { PartsOfCron } from './parts-of-cron';

type DayRun = DailyRun & {
  answersForgotten: number;
  playersForgotten: number;
  rankingsFrozen: Day[];
  eventsDropped: Day[];
  /** Found by a look after a run that settled something; null when there was none, or it failed. */
  integrityBreaches: number | null;
};

/**
 * What the daily cron does: the daily run of the events with its settlement lines, what closed days are owed since, and
 * the boards of past days; forgets first answers to be repeated no longer, players that fell silent,
 * and the log of days past EVENT_RETENTION_DAYS; looks whether the promises hold, for the alert. Throws what failed when
 * everything else is done.
 */
export async function runDay(now: Date): Promise<DayRun> {
  const parts = new PartsOfCron();
  const answersForgotten = await parts.run(() => forgetAnswers(batchDb(), now), 0);
  const playersForgotten = await parts.run(() => forgetPlayers(batchDb(), now), 0);
  await parts.run(() => foldWatchTimes(batchDb()), 0);
  await parts.run(() => ensureLinePartitions(partitionRange(calendar().dayOf(now))), undefined);
  await parts.run(() => amendDays(countAdVideoViews), 0);
  const run = await parts.run(() => runDaily(now, priceDay), {
    settled: [],
    failed: [],
    closed: [],
    partitionsMade: 0,
  });
  await parts.run(payLateEvents, 0);
  const rankingsFrozen = await parts.run(() => freezeRankings(now), []);
  const eventsDropped = await parts.run(() => dropOldEvents(now), []);
  const integrityBreaches = run.settled.length > 0 ? await countBreaches(now) : null;
  parts.end();
  return { ...run, answersForgotten, playersForgotten, rankingsFrozen, eventsDropped, integrityBreaches };
}

async function countBreaches(now: Date): Promise<number | null> {
  try {
    const { checks } = await checkIntegrity(now);
    return checks.reduce((sum, { breaches }) => sum + breaches, 0);
  } catch (error) {
    // The day's work is done all the same.
    log().warn({ error: errorFacts(error) }, 'integrity could not be looked at');
    return null;
  }
}
