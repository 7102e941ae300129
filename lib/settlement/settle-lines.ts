import type pg from 'pg';
import { EVERY_CONTENT } from '@/lib/events/content-range';
import { holdOrderOfDays } from '@/lib/events/hold-order-of-days';
import type { Day } from '@/lib/kernel/day';
import { env } from '@/lib/platform/env';
import { forgetPaid } from './forget-paid';
import { keepSums } from './keep-sums';
import { type Frontier, readFrontier } from './read-frontier';
import { replaceLines } from './replace-lines';
import { sumCreators } from './sum-creators';

/**
 * Prices an open day in the caller's transaction, and the settled days after it again if that changed something
 * (settlement rule 3). What closed days are owed stands in the first open day; a day that lies before a closed one is
 * owed itself. Returns how many lines changed.
 */
export async function settleLines(client: pg.ClientBase, day: Day): Promise<number> {
  await holdOrderOfDays(client);
  const frontier = await readFrontier(client, day);
  return priceDays(client, await daysToPrice(client, day, frontier), frontier);
}

/**
 * Prices the settled days after one whose lines changed, or the open ones when it lies before a closed one. Where lines
 * changed all of them are looked at: a video may have none in the next day, and some in a later one.
 */
export async function settleLinesAfter(
  client: pg.ClientBase,
  { day, changed }: { day: Day; changed: boolean },
  frontier: Frontier,
): Promise<number> {
  const days = await daysToPrice(client, day, frontier);
  const after = days.filter((next) => next.day !== day);
  return priceDays(client, after, frontier, changed);
}

type DayToPrice = { day: Day; unpriced: boolean };

async function priceDays(
  client: pg.ClientBase,
  days: DayToPrice[],
  frontier: Frontier,
  changedBefore = false,
): Promise<number> {
  let linesChanged = 0;
  // With too little memory to hash the lines of a day, each would be looked for among all others.
  await client.query(`set local work_mem = '${env().SETTLE_WORK_MEMORY_MEGABYTES}MB'`);
  for (const next of days) {
    const isFirst = next.day === frontier.first;
    const { changed, ...sums } = await replaceLines(client, next.day, isFirst ? frontier.owed : [], EVERY_CONTENT);
    await keepSums(client, next.day, sums);
    if (changed > 0) await sumCreators(client, next.day);
    if (isFirst) await forgetPaid(client, next.day, frontier.held);
    linesChanged += changed;
    if (!changedBefore && linesChanged === 0 && !next.unpriced) break; // the days after it rest on lines that are as they were
  }
  return linesChanged;
}

/** The day, unless a later one is closed already, and then the settled days after it. */
async function daysToPrice(client: pg.ClientBase, day: Day, { lastClosed }: Frontier): Promise<DayToPrice[]> {
  const { rows } = await client.query<DayToPrice>(
    `select day, lines_checksum is null as unpriced from days
     where day > coalesce($2::date, '-infinity') and (day = $1 or (day > $1 and state = 'settled')) order by day`,
    [day, lastClosed],
  );
  return rows;
}
