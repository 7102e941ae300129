import type { By } from '@/lib/accounts/actor';
import { closeDay } from '@/lib/events/close-day';
import type { Day } from '@/lib/kernel/day';
import type { SettlementDayDetail } from './day-schema';
import { getDay } from './queries/get-day';

/**
 * Closes a settled day for good and says what it closed in figures; again changes nothing. Errors:
 * settlement/day-not-found, events/day-not-past, events/earlier-day-open, events/day-not-settled.
 */
export async function closeSettlementDay({ day, ...by }: By & { day: Day }): Promise<SettlementDayDetail> {
  await getDay(day, by.now);
  await closeDay({ day, ...by });
  return getDay(day, by.now);
}
