import type { By } from '@/lib/accounts/actor';
import { queueRun } from '@/lib/events/queue-run';
import type { Day } from '@/lib/kernel/day';
import { getDay } from './queries/get-day';

/**
 * Queues a run of a past day that is not closed; it begins within moments. Errors: settlement/day-not-found,
 * events/day-not-past, events/day-closed, events/day-running.
 */
export async function runSettlementDay({ day, ...by }: By & { day: Day }): Promise<{ day: Day; queued: true }> {
  await getDay(day, by.now);
  return queueRun({ day, ...by });
}
