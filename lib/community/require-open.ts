import { addDays } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import type { Db } from '@/lib/platform/database';
import { communityErrors } from './errors';
import { findClosedHours } from './queries/find-closed-hours';
import { clockOf, isClosed } from './rules';

/** Throws community/closed-hours while an admin's closed hours last. */
export async function requireOpen(db: Db, now: Date): Promise<void> {
  const hours = await findClosedHours(db);
  if (hours && isClosed(hours, minuteOfDay(now)))
    throw communityErrors.closedHours(clockOf(hours.fromMinute), clockOf(hours.untilMinute));
}

/** What the wall clock shows, in minutes; the minutes of an hour are the same in every zone that has whole ones. */
export function minuteOfDay(at: Date): number {
  const zone = calendar();
  const day = zone.dayOf(at);
  const hour = zone.hourOf(at);
  const began = zone.at(day, `${String(hour).padStart(2, '0')}:00`).getTime();
  const minute = Math.floor((at.getTime() - began) / 60_000) % 60;
  return at < zone.startOf(addDays(day, 1)) ? hour * 60 + minute : 0;
}
