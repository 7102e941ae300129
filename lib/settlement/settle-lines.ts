import type pg from 'pg';
import { holdOrderOfDays } from '@/lib/events/hold-order-of-days';
import type { Day } from '@/lib/kernel/day';
import { stopwatch } from '@/lib/platform/clock';
import { replaceLines } from './replace-lines';

/**
 * Prices an open day in the transaction of its run, and the settled days after it again for as long as that changes
 * something (settlement rule 3). What closed days are owed stands in the first open day; a day that lies before a closed
 * one is owed itself. Returns how long it took and how many lines changed.
 */
export async function settleLines(client: pg.ClientBase, day: Day): Promise<{ price: number; linesChanged: number }> {
  const took = stopwatch();
  await holdOrderOfDays(client);
  const { lastClosed, first, owed } = await frontier(client);
  let linesChanged = 0;
  for (const next of await daysToPrice(client, day, lastClosed)) {
    const { changed } = await replaceLines(client, next.day, next.day === first ? owed : []);
    linesChanged += changed;
    if (changed === 0 && !next.unpriced) break; // the days after it rest on lines that are as they were
  }
  return { price: took(), linesChanged };
}

type Frontier = { lastClosed: Day | null; first: Day | null; owed: Day[] };

/** Rows of owed days stay locked, so that no fold changes their counts between pricing and the end of the transaction. */
async function frontier(client: pg.ClientBase): Promise<Frontier> {
  const { rows } = await client.query<{ lastClosed: Day | null; first: Day | null }>(
    `select closed.last as "lastClosed", (select min(day) from days where day > coalesce(closed.last, '-infinity')) as first
     from (select max(day) as last from days where state = 'closed') closed`,
  );
  const { lastClosed = null, first = null } = rows[0] ?? {};
  const { rows: owed } = await client.query<{ day: Day }>(
    'select day from days where day <= $1 and (owed or lines_checksum is null) order by day for update',
    [lastClosed],
  );
  return { lastClosed, first, owed: owed.map((row) => row.day) };
}

/** The day, unless a later one is closed already, and then the settled days after it. */
async function daysToPrice(client: pg.ClientBase, day: Day, lastClosed: Day | null) {
  const { rows } = await client.query<{ day: Day; unpriced: boolean }>(
    `select day, lines_checksum is null as unpriced from days
     where day > coalesce($2::date, '-infinity') and (day = $1 or (day > $1 and state = 'settled')) order by day`,
    [day, lastClosed],
  );
  return rows;
}
