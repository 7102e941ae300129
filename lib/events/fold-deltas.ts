import type pg from 'pg';
import type { Day } from '@/lib/kernel/day';
import { clientTransaction } from '@/lib/platform/client-transaction';
import { stopwatch } from '@/lib/platform/clock';
import { type Database, db } from '@/lib/platform/database';
import { ANY_NOT_ZERO, addToSummaries, PIVOT_METRICS, SUMMARY_COLUMNS, SUMMED_COLUMNS } from './add-to-summaries';
import type { Refreshed } from './schema';

/**
 * Moves what was counted since the last fold into the summaries, each delta exactly once, and moves the watermark on.
 * One fold at a time; a day that is being settled right now is left to its run. Costs what is new: where nobody waits
 * for the answer it runs on `batchDb`, so that what hours without a fold left behind is not too much for any limit of time.
 */
export async function foldDeltas(on: Pick<Database, '$client'> = db()): Promise<Refreshed> {
  const took = stopwatch();
  const folded = await clientTransaction(on, fold);
  return { ...folded, tookMilliseconds: took() };
}

async function fold(client: pg.PoolClient): Promise<Omit<Refreshed, 'tookMilliseconds'>> {
  const { rows: waited } = await client.query<{ countedUpTo: Date; asked: Date }>(
    `select counted_up_to as "countedUpTo", statement_timestamp() as asked from watermarks where id = 1 for update`,
  );
  // While this one waited for its turn another fold began and ended: everything there was when it asked is counted.
  if (waited[0] && waited[0].countedUpTo > waited[0].asked) {
    return { foldedEvents: 0, countedUpTo: waited[0].countedUpTo.toISOString() };
  }
  // Taken before the deltas are read: whatever was acknowledged earlier than this is among them.
  const { rows: clock } = await client.query<{ at: Date }>(`select clock_timestamp() as at`);
  const { days, skipped } = await lockDays(client);
  const foldedEvents = await foldDays(client, days);
  await client.query(`update days set dirty = true where day = any($1::date[]) and state = 'settled'`, [days]);
  await client.query(`update days set owed = true where day = any($1::date[]) and state = 'closed'`, [days]);
  await client.query(FOLD_INTAKE);
  const { rows } = await client.query<{ countedUpTo: Date }>(
    `update watermarks set counted_up_to = case when $1 then counted_up_to else greatest($2, counted_up_to) end
     where id = 1 returning counted_up_to as "countedUpTo"`,
    [skipped, clock[0]?.at],
  );
  return { foldedEvents, countedUpTo: rows[0]?.countedUpTo.toISOString() ?? new Date(0).toISOString() };
}

/** The days that have deltas; those that a run holds are skipped, and the watermark then stays where it was. */
async function lockDays(client: pg.PoolClient): Promise<{ days: Day[]; skipped: boolean }> {
  const { rows: waiting } = await client.query<{ day: Day }>('select distinct day from event_deltas order by day');
  const wanted = waiting.map((row) => row.day);
  if (wanted.length === 0) return { days: [], skipped: false };
  await client.query('insert into days (day) select unnest($1::date[]) order by 1 on conflict do nothing', [wanted]);
  const { rows: locked } = await client.query<{ day: Day }>(
    'select day from days where day = any($1::date[]) order by day for update skip locked',
    [wanted],
  );
  return { days: locked.map((row) => row.day), skipped: locked.length < wanted.length };
}

// Delete and add in one statement: no delta is ever in both places, or in neither, for anybody who reads.
const FOLD = `with gone as (
  delete from event_deltas where day = any($1::date[]) returning day, content_id, metric, n
), changes as materialized (
  select day, content_id, ${SUMMED_COLUMNS} from (
    select day, content_id, ${PIVOT_METRICS} from gone group by day, content_id
  ) as pivoted (day, content_id, ${SUMMARY_COLUMNS}) group by day, content_id having ${ANY_NOT_ZERO}
), ${addToSummaries()}
select coalesce((select sum(n) from gone), 0)::bigint as n`;

const FOLD_INTAKE = `with gone as (delete from intake_deltas returning hour, outcome, n)
insert into intake_hours as t (hour, outcome, n)
select hour, outcome, sum(n) from gone group by hour, outcome order by hour, outcome
on conflict (hour, outcome) do update set n = t.n + excluded.n`;

async function foldDays(client: pg.PoolClient, days: Day[]): Promise<number> {
  if (days.length === 0) return 0;
  const { rows } = await client.query<{ n: number }>(FOLD, [days]);
  return rows[0]?.n ?? 0;
}
