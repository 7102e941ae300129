import type { By } from '@/lib/accounts/actor';
import { appendAudit } from '@/lib/accounts/audit';
import { eventErrors } from '@/lib/events/errors';
import type { Day } from '@/lib/kernel/day';
import { transaction } from '@/lib/platform/database';
import { enqueue } from '@/lib/platform/enqueue';
import { getDay } from './queries/get-day';

/**
 * Queues a look at what a run of a past day would change. Errors: settlement/day-not-found, events/day-not-past,
 * events/day-closed (nothing of it changes), events/day-running.
 */
export async function queueComparison({ day, actor, requestId, now }: By & { day: Day }) {
  const known = await getDay(day, now);
  if (!known.ended) throw eventErrors.notPast(day);
  if (known.state === 'closed') throw eventErrors.dayClosed(day);
  if (known.running) throw eventErrors.dayRunning(day);
  return transaction(async (tx) => {
    await enqueue(tx, 'compare-day', { day }, `compare-day ${day}`);
    await appendAudit(tx, { actor, action: 'day.comparison-queued', subject: { kind: 'day', id: day }, requestId });
    return { day, queued: true as const };
  });
}
