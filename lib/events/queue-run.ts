import { sql } from 'drizzle-orm';
import type { Actor } from '@/lib/accounts/actor';
import { appendAudit } from '@/lib/accounts/audit';
import type { Day } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { transaction } from '@/lib/platform/database';
import { enqueue } from '@/lib/platform/enqueue';
import { eventErrors } from './errors';

/** Queues the settling of a past day that is not closed. Errors: events/day-not-past, events/day-closed. */
export async function queueRun({
  day,
  actor,
  requestId,
  now,
}: {
  day: Day;
  actor: Actor;
  requestId: string;
  now: Date;
}) {
  if (now < calendar().endOf(day)) throw eventErrors.notPast(day);
  return transaction(async (tx) => {
    const { rows } = await tx.execute<{ state: string }>(sql`select state from days where day = ${day}`);
    if (rows[0]?.state === 'closed') throw eventErrors.dayClosed(day);
    await enqueue(tx, 'settle-day', { day }, `settle-day ${day}`);
    await appendAudit(tx, { actor, action: 'day.run-queued', subject: { kind: 'day', id: day }, requestId });
    return { day, queued: true as const };
  });
}
