import type pg from 'pg';
import type { Day } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import {
  ADDED_COLUMNS,
  ANY_NOT_ZERO,
  METRIC_COUNTS,
  SUM_OF_COLUMNS,
  SUMMARY_COLUMNS,
  SUMMED_COLUMNS,
} from './add-to-summaries';
import { JUDGED_TYPES, METRICS } from './codes';
import { boundsOf, type ContentRange } from './content-range';
import { repeatRules } from './repeat-rules';
import { verdictsInSql } from './verdicts-in-sql';

/** Checksums are sums, so that those of ranges add up to that of the day. `tail` is of what counted in the last moments. */
export type JudgedRange = {
  rows: number;
  counted: number;
  changed: number;
  checksumIn: string;
  checksumOut: string;
  tail: string;
};

/**
 * Judges a range of a day again from the log and makes its figures the log's, proven by reading them again (I6). Running
 * it again changes nothing. The caller holds the day. Throws when log and figures disagree.
 */
export async function judgeRange(client: pg.ClientBase, day: Day, range: ContentRange): Promise<JudgedRange> {
  const bounds = boundsOf(range);
  const { click: clicks, view: views } = repeatRules();
  const rules = [clicks.windowMilliseconds, clicks.dailyCap, views.windowMilliseconds, views.dailyCap];
  const { startOf, endOf } = calendar();
  const instants = [startOf(day).toISOString(), endOf(day).toISOString()];
  const { rows: judged } = await client.query<Judged>(JUDGE, [day, ...bounds, ...instants, ...rules]);
  const { rows: sums } = await client.query<{ rows: number; checksumOut: string }>(SUMMED, [day, ...bounds]);
  const [logged, summed] = [judged[0], sums[0]];
  if (!logged || !summed) throw new Error(`judging ${day} gave no row`);
  const { changes, ...found } = logged;
  if (found.rows !== summed.rows)
    throw new Error(`log and figures of ${day} disagree: ${found.rows} events, ${summed.rows} in summaries`);
  await client.query(TO_TOTALS, [day, changes]); // last: every range wants this row
  return { ...found, checksumOut: summed.checksumOut };
}

type Judged = Omit<JudgedRange, 'checksumOut'> & { changes: Record<string, number> };

/** What the summaries of a range hold, as `SUMMED` of its judging said it. */
export async function checksumOfRange(client: pg.ClientBase, day: Day, range: ContentRange): Promise<string> {
  const { rows } = await client.query<{ checksumOut: string }>(SUMMED, [day, ...boundsOf(range)]);
  return rows[0]?.checksumOut ?? '';
}

const RANGE = 'content_id >= $2::bigint and content_id < $3::bigint';
const each = (write: (column: string) => string, between = ', ') =>
  METRICS.map(({ column }) => write(column)).join(between);

const LOGGED = `logged as materialized (
  select content_id, count(*) as rows, sum(uuid_hash_extended(id, verdict)) as hash, count(*) filter (where verdict = 0) as counted,
    sum(uuid_hash_extended(id, 0)) filter (where verdict = 0 and type in (${JUDGED_TYPES})
      and at_ms >= extract(epoch from $5::timestamptz) * 1000 - greatest($6::bigint, $8::bigint)) as tail,
    array_agg(id) filter (where verdict <> reason) as ids, array_agg(verdict) filter (where verdict <> reason) as verdicts,
    ${METRIC_COUNTS}
  from (select *, case when verdict = 0 then type else verdict end as metric from judged) as named group by content_id
)`;

const MONTH = `date_trunc('month', $1::timestamp)::date`;
const WEEK = `date_trunc('week', $1::timestamp)::date`;
const isThere = (grain: string, startOn: string) =>
  `coalesce((select true from summaries p where p.grain = '${grain}' and p.start_on = ${startOn} and p.content_id = d.content_id), false)`;

// Which rows are there is asked of the key, one by one: a join would be planned by statistics that know nothing of this day.
const CHANGES = `changes as materialized (
  select d.*, ${isThere('m', MONTH)} as has_month, ${isThere('w', WEEK)} as has_week from (
    select content_id, s.start_on is not null as has_day, ${each((c) => `coalesce(l.${c}, 0) - coalesce(s.${c}, 0) as ${c}`)}
    from logged l full join (
      select * from summaries where grain = 'd' and start_on = $1::date and ${RANGE}
    ) s using (content_id)
    where ${each((c) => `coalesce(l.${c}, 0) <> coalesce(s.${c}, 0)`, ' or ')}
  ) d
)`;

const PERIODS = [
  ['day', 'd', '$1::date'],
  ['month', 'm', MONTH],
  ['week', 'w', WEEK],
] as const;

// What is not there is inserted plainly: to look for a conflict first takes twice as long, and so does no order.
const TO_CONTENTS = PERIODS.map(([period, grain, startOn]) => {
  const insert = (isKnown: string) => `insert into summaries as s (grain, start_on, content_id, ${SUMMARY_COLUMNS})
    select '${grain}', ${startOn}, content_id, ${SUMMARY_COLUMNS} from changes where ${isKnown} order by content_id`;
  return `new_${period}s as (
    ${insert(`not has_${period}`)}
  ), old_${period}s as (
    ${insert(`has_${period}`)} on conflict (grain, start_on, content_id) do update set ${ADDED_COLUMNS}
  )`;
}).join(', ');

// Log, summaries and deltas of one snapshot: an event that arrives meanwhile is either in the log read here and its delta
// gone, or in neither and its delta kept for the next fold.
const JUDGE = `with ${verdictsInSql}, ${LOGGED}, changed as (
  update events e set reason = v.verdict
  from (select content_id, unnest(ids) as id, unnest(verdicts) as verdict from logged where ids is not null) v
  where e.day = $1::date and e.content_id = v.content_id and e.id = v.id returning 1
), gone as (
  delete from event_deltas where day = $1::date and ${RANGE}
), ${CHANGES}, ${TO_CONTENTS}
select coalesce(sum(rows), 0)::bigint as rows, coalesce(sum(counted), 0)::bigint as counted, coalesce(sum(hash), 0)::text as "checksumIn",
  coalesce(sum(tail), 0)::text as tail, (select count(*) from changed) as changed,
  (select jsonb_build_object(${each((c) => `'${c}', coalesce(sum(${c}), 0)`)}) from changes) as changes
from logged`;

const SUMMED = `select coalesce(${SUM_OF_COLUMNS}, 0)::bigint as rows,
  coalesce(sum(hash_record_extended(row(content_id, ${SUMMARY_COLUMNS}), 0)) filter (where ${SUMMARY_COLUMNS.replaceAll(', ', ' + ')} > 0), 0)::text as "checksumOut"
  from summaries where grain = 'd' and start_on = $1::date and ${RANGE}`;

const TO_TOTALS = `insert into day_totals as s (day, ${SUMMARY_COLUMNS})
  select $1::date, ${SUMMED_COLUMNS} from jsonb_to_record($2::jsonb) as c (${each((column) => `${column} bigint`)}) having ${ANY_NOT_ZERO}
  on conflict (day) do update set ${ADDED_COLUMNS}`;
