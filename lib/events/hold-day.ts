import type pg from 'pg';
import type { Day } from '@/lib/kernel/day';
import { eventErrors } from './errors';

/**
 * Holds a day that is not closed until the end of the transaction; folds skip it, and runs of it are refused.
 * Errors: events/day-running, events/day-closed.
 */
export async function holdDay(client: pg.ClientBase, day: Day): Promise<void> {
  const { rows: lock } = await client.query<{ taken: boolean }>(
    `select pg_try_advisory_xact_lock(hashtext('settle-day'), hashtext($1)) as taken`,
    [day],
  );
  if (!lock[0]?.taken) throw eventErrors.dayRunning(day);
  await client.query('insert into days (day) values ($1) on conflict do nothing', [day]);
  const { rows } = await client.query<{ state: string }>('select state from days where day = $1 for update', [day]);
  if (rows[0]?.state === 'closed') throw eventErrors.dayClosed(day);
}
