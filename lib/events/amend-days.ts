import type { Day } from '@/lib/kernel/day';
import { batchTransaction } from '@/lib/platform/batch-transaction';
import { batchDb } from '@/lib/platform/database';
import { amendDay } from './amend-day';

/**
 * Judges what came late for settled and closed days against the verdicts that stand (events rule 8), the oldest day first
 * and each in a transaction of its own. Returns how many verdicts changed.
 */
export async function amendDays(): Promise<number> {
  let changed = 0;
  for (let day = await nextDay(null); day; day = await nextDay(day)) {
    const waiting = day;
    changed += await batchTransaction((client) => amendDay(client, waiting));
  }
  return changed;
}

/** Asked anew after each day, since a changed last minute has the next one judged again. */
async function nextDay(after: Day | null): Promise<Day | null> {
  const { rows } = await batchDb().$client.query<{ day: Day | null }>(
    `select min(day) as day from provisional_verdicts where judged_in is null and day > coalesce($1::date, '-infinity')`,
    [after],
  );
  return rows[0]?.day ?? null;
}
