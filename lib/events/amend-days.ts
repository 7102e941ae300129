import type pg from 'pg';
import type { Day } from '@/lib/kernel/day';
import { batchTransaction } from '@/lib/platform/batch-transaction';
import { batchDb } from '@/lib/platform/database';
import { amendDay } from './amend-day';

type Amended = (client: pg.ClientBase, day: Day) => Promise<unknown>;

/**
 * Judges what came late for settled and closed days against the verdicts that stand (events rule 8), the oldest day first
 * and each in a transaction of its own, in which `afterwards` makes again what else follows from the day's verdicts.
 * Returns how many verdicts changed.
 */
export async function amendDays(afterwards: Amended = async () => undefined): Promise<number> {
  let changed = 0;
  for (let day = await nextDay(null); day; day = await nextDay(day)) {
    const waiting = day;
    changed += await batchTransaction(async (client) => {
      const amended = await amendDay(client, waiting);
      await afterwards(client, waiting);
      return amended;
    });
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
