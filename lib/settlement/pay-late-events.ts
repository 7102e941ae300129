import { amendDays } from '@/lib/events/amend-days';
import { foldDeltas } from '@/lib/events/fold-deltas';
import { batchDb } from '@/lib/platform/database';
import { countAdVideoViews } from '@/lib/streaming/count-ad-video-views';
import { settleOwed } from './settle-owed';

/**
 * Judges what came late for closed days (events rule 8), brings it into their figures, and pays the difference in the
 * first open day. Twice at once does it once. Returns how many lines changed.
 */
export async function payLateEvents(): Promise<number> {
  await amendDays(countAdVideoViews);
  await foldDeltas(batchDb());
  return settleOwed();
}
