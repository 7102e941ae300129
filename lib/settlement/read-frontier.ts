import type pg from 'pg';
import type { Day } from '@/lib/kernel/day';

/**
 * Where closed days end and open ones begin. `owed` are days up to the last closed one whose counts may differ from what
 * was paid; those in `held` keep their counts until the end of the transaction.
 */
export type Frontier = { lastClosed: Day | null; first: Day | null; owed: Day[]; held: Day[] };

/**
 * As it is for a day that is to be priced, which is owed itself when it lies before a closed one. Waits for nobody: a fold
 * that has an owed day just now leaves it owed, and the next pricing sees its counts.
 */
export async function readFrontier(client: pg.ClientBase, day: Day): Promise<Frontier> {
  await client.query(
    `update days set owed = true where day = $1 and day < (select max(day) from days where state = 'closed')`,
    [day],
  );
  const { rows } = await client.query<{ lastClosed: Day | null; first: Day | null }>(
    `select closed.last as "lastClosed", (select min(day) from days where day > coalesce(closed.last, '-infinity')) as first
     from (select max(day) as last from days where state = 'closed') closed`,
  );
  const { lastClosed = null, first = null } = rows[0] ?? {};
  const held = await daysOf(client, `${OWED} order by day for update skip locked`, lastClosed);
  return { lastClosed, first, held, owed: await daysOf(client, `${OWED} order by day`, lastClosed) };
}

const OWED = 'select day from days where day <= $1 and (owed or lines_checksum is null)';

async function daysOf(client: pg.ClientBase, statement: string, lastClosed: Day | null): Promise<Day[]> {
  const { rows } = await client.query<{ day: Day }>(statement, [lastClosed]);
  return rows.map((row) => row.day);
}
