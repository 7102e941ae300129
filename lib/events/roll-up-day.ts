import type pg from 'pg';
import type { Day } from '@/lib/kernel/day';
import {
  ANY_NOT_ZERO,
  addToSummaries,
  COUNT_EVENTS,
  NEGATED_COLUMNS,
  SUM_OF_COLUMNS,
  SUMMARY_COLUMNS,
  SUMMED_COLUMNS,
} from './add-to-summaries';

export type RolledUpDay = { rows: number; counted: number; checksumIn: string; checksumOut: string };

// The summary becomes the log and the day's deltas go, in one statement: one snapshot sees both, so an event that
// arrives meanwhile is either in the log read here and its delta gone, or in neither and its delta kept for the next fold.
const ROLL_UP = `with gone as (
  delete from event_deltas where day = $1::date
), logged as materialized (
  select content_id, count(*) as rows, sum(uuid_hash_extended(id, reason)) as hash, count(*) filter (where reason = 0) as counted, ${COUNT_EVENTS}
  from events where day = $1::date group by content_id
), changes as materialized (
  select $1::date as day, content_id, ${SUMMED_COLUMNS} from (
    select content_id, ${SUMMARY_COLUMNS} from logged
    union all
    select content_id, ${NEGATED_COLUMNS} from summaries where grain = 'd' and start_on = $1::date
  ) as difference group by content_id having ${ANY_NOT_ZERO}
), ${addToSummaries()}
select coalesce(sum(rows), 0)::bigint as rows, coalesce(sum(counted), 0)::bigint as counted, coalesce(sum(hash), 0)::text as "checksumIn" from logged`;

const SUMMED = `select coalesce(${SUM_OF_COLUMNS}, 0)::bigint as rows,
  coalesce(sum(hash_record_extended(row(content_id, ${SUMMARY_COLUMNS}), 0)) filter (where ${SUMMARY_COLUMNS.replaceAll(', ', ' + ')} > 0), 0)::text as checksum,
  (select coalesce(${SUM_OF_COLUMNS}, 0)::bigint from day_totals where day = $1::date) as total
  from summaries where grain = 'd' and start_on = $1::date`;

/** Makes the summary of a day what its log says, and proves it. The caller holds the lock of the day. Throws when they disagree (I6). */
export async function rollUpDay(client: pg.ClientBase, day: Day): Promise<RolledUpDay> {
  const { rows } = await client.query<Omit<RolledUpDay, 'checksumOut'>>(ROLL_UP, [day]);
  const { rows: sums } = await client.query<{ rows: number; total: number; checksum: string }>(SUMMED, [day]);
  const [logged, summed] = [rows[0], sums[0]];
  if (!logged || !summed) throw new Error(`the roll-up of ${day} gave no row`);
  if (logged.rows !== summed.rows || logged.rows !== summed.total) {
    throw new Error(
      `log and figures of ${day} disagree: ${logged.rows} events, ${summed.rows} in summaries, ${summed.total} in totals`,
    );
  }
  return { ...logged, checksumOut: summed.checksum };
}
