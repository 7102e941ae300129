import { sql } from 'drizzle-orm';
import type { Database } from '../connection';

/** Days of a range in one state, whatever they were before. */
export async function makeDays(
  db: Pick<Database, 'execute'>,
  { from, to, state }: { from: string; to: string; state: 'open' | 'settled' | 'closed' },
): Promise<void> {
  await db.execute(sql`insert into days (day, state, settled_at, closed_at)
    select g::date, ${state}, case when ${state} <> 'open' then now() end, case when ${state} = 'closed' then now() end
    from generate_series(${from}::date, ${to}::date, '1 day') g
    on conflict (day) do update set state = excluded.state, settled_at = excluded.settled_at, closed_at = excluded.closed_at`);
}
