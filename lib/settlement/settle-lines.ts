import type pg from 'pg';
import { holdOrderOfDays } from '@/lib/events/hold-order-of-days';
import type { Day } from '@/lib/kernel/day';
import { type Frontier, readFrontier } from './read-frontier';
import { replaceLines } from './replace-lines';
import { sumCreators } from './sum-creators';

/**
 * Prices an open day in the transaction of its run, and the settled days after it again if that changed
 * something (settlement rule 3). What closed days are owed stands in the first open day; a day that lies before a closed
 * one is owed itself. Returns how many lines changed.
 */
export async function settleLines(client: pg.ClientBase, day: Day): Promise<number> {
  await holdOrderOfDays(client);
  await client.query(
    `update days set owed = true where day = $1 and day < (select max(day) from days where state = 'closed')`,
    [day],
  );
  const frontier = await readFrontier(client);
  let linesChanged = 0;
  for (const next of await daysToPrice(client, day, frontier)) {
    const isFirst = next.day === frontier.first;
    const { changed } = await replaceLines(client, next.day, isFirst ? frontier.owed : []);
    if (changed > 0) await sumCreators(client, next.day);
    if (isFirst) await forgetPaid(client, next.day, frontier.held);
    linesChanged += changed;
    if (linesChanged === 0 && !next.unpriced) break; // the days after it rest on lines that are as they were
  }
  return linesChanged;
}

/** The day, unless a later one is closed already, and then the settled days after it. */
async function daysToPrice(client: pg.ClientBase, day: Day, { lastClosed }: Frontier) {
  const { rows } = await client.query<{ day: Day; unpriced: boolean }>(
    `select day, lines_checksum is null as unpriced from days
     where day > coalesce($2::date, '-infinity') and (day = $1 or (day > $1 and state = 'settled')) order by day`,
    [day, lastClosed],
  );
  return rows;
}

/** A closed day that the first open one has nothing for is owed nothing: closed lines paid for all of its counts. */
async function forgetPaid(client: pg.ClientBase, first: Day, held: Day[]): Promise<void> {
  await client.query(
    `update days set owed = false, lines_checksum = coalesce(lines_checksum, '0')
     where day = any($2::date[]) and day not in (select for_day from settlement_lines where day = $1 and for_day < day)`,
    [first, held],
  );
}
