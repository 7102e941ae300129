import { sql } from 'drizzle-orm';
import type { Actor } from '@/lib/accounts/actor';
import { appendAudit } from '@/lib/accounts/audit';
import type { Day } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { transaction } from '@/lib/platform/database';
import { enqueue } from '@/lib/platform/enqueue';
import { dayIsHeld } from './day-is-held';
import { eventErrors } from './errors';

/**
 * Queues the settling of a past day that is not closed; one that waits already is not doubled. Errors:
 * events/day-not-past, events/day-closed, events/day-running.
 */
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
    const { rows } = await tx.execute<{ state: string | null; held: boolean }>(
      sql`select (select state from days where day = asked.day) as state, ${sql.raw(dayIsHeld('asked.day'))} as held
        from (select ${day}::date as day) as asked`,
    );
    if (rows[0]?.state === 'closed') throw eventErrors.dayClosed(day);
    if (rows[0]?.held) throw eventErrors.dayRunning(day);
    await enqueue(tx, 'settle-day', { day }, `settle-day ${day}`);
    await appendAudit(tx, { actor, action: 'day.run-queued', subject: { kind: 'day', id: day }, requestId });
    return { day, queued: true as const };
  });
}
