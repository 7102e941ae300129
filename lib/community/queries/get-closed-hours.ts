import type { Db } from '@/lib/platform/database';
import { minuteOfDay } from '../require-open';
import { clockOf, isClosed } from '../rules';
import type { ClosedHoursNow } from '../schema';
import { findClosedHours } from './find-closed-hours';

/** When members' posts are not taken, and whether that is now. */
export async function getClosedHours(db: Db, now: Date): Promise<ClosedHoursNow> {
  const hours = await findClosedHours(db);
  if (!hours) return { from: null, until: null, closed: false };
  return {
    from: clockOf(hours.fromMinute),
    until: clockOf(hours.untilMinute),
    closed: isClosed(hours, minuteOfDay(now)),
  };
}
