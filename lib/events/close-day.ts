import { type SQL, sql } from 'drizzle-orm';
import type { By } from '@/lib/accounts/actor';
import { appendAudit } from '@/lib/accounts/audit';
import type { Day } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { type Tx, transaction } from '@/lib/platform/database';
import { eventErrors } from './errors';
import { HOLD_ORDER_OF_DAYS } from './hold-order-of-days';

/**
 * Closes a settled day before it would by itself (settlement rule 5); a day that is closed already stays so.
 * Errors: events/day-not-past, events/earlier-day-open, events/day-not-settled.
 */
export async function closeDay({
  day,
  actor,
  requestId,
  now,
}: By & { day: Day }): Promise<{ day: Day; closedAt: Date }> {
  if (now < calendar().endOf(day)) throw eventErrors.notPast(day);
  return transaction(async (tx) => {
    await tx.execute(HOLD_ORDER_OF_DAYS); // before the day, as a run takes them: the other way round two could wait for each other
    const held = await lockDay(tx, day);
    if (held?.closedAt) return { day, closedAt: new Date(held.closedAt) };
    const earlier = await firstDay(tx, sql`select day from days where day < ${day} and state <> 'closed'`);
    if (earlier) throw eventErrors.earlierDayOpen(day, earlier);
    // Before looking for deltas: an event of which nothing is seen here keeps its mark, and is late.
    await tx.execute(sql`delete from provisional_verdicts where day = ${day}`);
    const waiting = await firstDay(tx, sql`select day from event_deltas where day = ${day}`);
    if (held?.state !== 'settled' || held.dirty || waiting) throw eventErrors.notSettled(day);
    await tx.execute(sql`update days set state = 'closed', closed_at = ${now.toISOString()} where day = ${day}`);
    await appendAudit(tx, { actor, action: 'day.closed', subject: { kind: 'day', id: day }, requestId });
    return { day, closedAt: now };
  });
}

type Held = { state: string; dirty: boolean; closedAt: string | null };

async function lockDay(tx: Tx, day: Day): Promise<Held | undefined> {
  const { rows } = await tx.execute<Held>(
    sql`select state, dirty, closed_at as "closedAt" from days where day = ${day} for update`,
  );
  return rows[0];
}

async function firstDay(tx: Tx, days: SQL): Promise<Day | undefined> {
  const { rows } = await tx.execute<{ day: Day }>(sql`${days} order by day limit 1`);
  return rows[0]?.day;
}
