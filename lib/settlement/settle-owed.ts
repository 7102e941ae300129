import type { Day } from '@/lib/kernel/day';
import { batchDb } from '@/lib/platform/database';
import { settleLines } from './settle-lines';

/**
 * Prices what no run of a day will: settled days that never were, and in the first open day, if it is settled, what
 * closed days are owed since its own run. Returns how many lines changed.
 */
export async function settleOwed(): Promise<number> {
  const client = await batchDb().$client.connect();
  let broken = true;
  try {
    await client.query('begin');
    const { rows } = await client.query<{ day: Day | null }>(UNPRICED);
    const day = rows[0]?.day ?? null;
    const linesChanged = day === null ? 0 : await settleLines(client, day);
    await client.query('commit');
    broken = false;
    return linesChanged;
  } finally {
    client.release(broken);
  }
}

const UNPRICED = `with frontier as (
  select coalesce(max(day), '-infinity') as last from days where state = 'closed'
)
select min(d.day) as day from days d, frontier f where d.day > f.last and d.state = 'settled' and (
  d.lines_checksum is null
  or exists (select from days o where o.day <= f.last and (o.owed or o.lines_checksum is null))
    and d.day = (select min(day) from days where day > f.last)
)`;
