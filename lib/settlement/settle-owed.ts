import type { Day } from '@/lib/kernel/day';
import { batchTransaction } from '@/lib/platform/batch-transaction';
import { settleLines } from './settle-lines';

/**
 * Prices what no run of a day will: settled days that never were, and in the first open day, if it is settled, what
 * closed days are owed since its own run. Returns how many lines changed.
 */
export function settleOwed(): Promise<number> {
  return batchTransaction(async (client) => {
    const { rows } = await client.query<{ day: Day | null }>(UNPRICED);
    const day = rows[0]?.day ?? null;
    return day === null ? 0 : settleLines(client, day);
  });
}

const UNPRICED = `with frontier as (
  select coalesce(max(day), '-infinity') as last from days where state = 'closed'
)
select min(d.day) as day from days d, frontier f where d.day > f.last and d.state = 'settled' and (
  d.lines_checksum is null
  or exists (select from days o where o.day <= f.last and (o.owed or o.lines_checksum is null))
    and d.day = (select min(day) from days where day > f.last)
)`;
