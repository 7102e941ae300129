import { ANY_NOT_ZERO, NEGATED_COLUMNS, SUMMARY_COLUMNS, SUMMED_COLUMNS } from '@/lib/events/add-to-summaries';
import { METRICS, REASON_CODES, TYPE_CODES } from '@/lib/events/codes';
import type { IntegrityCheck } from './check';

const columnsOf = (codes: Record<string, number>) =>
  METRICS.filter(({ code }) => Object.values(codes).includes(code))
    .map(({ column }) => column)
    .join(' + ');
const NAMES = METRICS.map(({ code, column }) => `(${code}, '${column}')`).join(', ');
const BY_CODE = METRICS.map(({ code, column }) => `(${code}, ${column})`).join(', ');
const BY_NAME = METRICS.map(({ column }) => `('${column}', ${column})`).join(', ');
const COUNTED_CODES = Object.values(TYPE_CODES).join(', ');

const LOG_AND_FIGURES = `with logged as (
  select day, content_id, case when reason = 0 then type else reason end as metric, count(*) as n
  from events where day = any($1::date[]) group by 1, 2, 3
), figured as (
  select day, content_id, metric, sum(n) as n from (
    select day, content_id, metric, n from event_deltas where day = any($1::date[])
    union all
    select start_on, content_id, m.metric, m.n from summaries cross join lateral (values ${BY_CODE}) as m (metric, n)
    where grain = 'd' and start_on = any($1::date[]) and m.n <> 0
  ) as parts group by 1, 2, 3 having sum(n) <> 0
), compared as (
  select coalesce(l.day, f.day) as day, coalesce(l.content_id, f.content_id) as content_id,
    coalesce(l.metric, f.metric) as metric, coalesce(l.n, 0) as logged, coalesce(f.n, 0) as figured
  from logged l full join figured f on l.day = f.day and l.content_id = f.content_id and l.metric = f.metric
)
select day, content_id as "contentId", coalesce(names.name, metric::text) as metric, logged as log, figured as figures
from compared left join (values ${NAMES}) as names (code, name) on names.code = metric
where logged <> figured order by day desc, content_id, metric`;

const PERIODS = `select distinct grain, start_on, end_on from unnest($1::date[]) as d (day) cross join lateral (values
  ('w'::char(1), date_trunc('week', day::timestamp)::date, date_trunc('week', day::timestamp)::date + 6),
  ('m'::char(1), date_trunc('month', day::timestamp)::date, (date_trunc('month', day::timestamp) + interval '1 month')::date - 1)
) as p (grain, start_on, end_on)`;

const PERIODS_AND_DAYS = `with periods as (${PERIODS}), differences as (
  select grain, start_on, content_id, ${SUMMED_COLUMNS} from (
    select p.grain, p.start_on, content_id, ${SUMMARY_COLUMNS}
    from periods p join summaries s on s.grain = 'd' and s.start_on between p.start_on and p.end_on
    union all
    select s.grain, s.start_on, content_id, ${NEGATED_COLUMNS}
    from periods p join summaries s on s.grain = p.grain and s.start_on = p.start_on
  ) as sides group by 1, 2, 3 having ${ANY_NOT_ZERO}
)
select case grain when 'w' then 'week' else 'month' end as period, start_on as "startOn", content_id as "contentId",
  m.metric, m.n as difference
from differences cross join lateral (values ${BY_NAME}) as m (metric, n)
where m.n <> 0 order by start_on desc, grain, content_id, m.metric`;

const TOTALS_AND_CONTENTS = `select day, m.metric, m.n as difference from (
  select day, ${SUMMED_COLUMNS} from (
    select start_on as day, ${SUMMARY_COLUMNS} from summaries where grain = 'd' and start_on = any($1::date[])
    union all
    select day, ${NEGATED_COLUMNS} from day_totals where day = any($1::date[])
  ) as sides group by day having ${ANY_NOT_ZERO}
) as differences cross join lateral (values ${BY_NAME}) as m (metric, n)
where m.n <> 0 order by day desc, m.metric`;

const STORED_AND_JUDGED = `with stored as (
  select day, count(*) as stored, count(*) filter (where reason = 0) as counted
  from events where day = any($1::date[]) group by day
), judged as (
  select day, sum(counted) as counted, sum(refused) as refused from (
    select day, ${columnsOf(TYPE_CODES)} as counted, ${columnsOf(REASON_CODES)} as refused
    from day_totals where day = any($1::date[])
    union all
    select day, case when metric in (${COUNTED_CODES}) then n else 0 end, case when metric in (${COUNTED_CODES}) then 0 else n end
    from event_deltas where day = any($1::date[])
  ) as parts group by day
), compared as (
  select day, coalesce(stored, 0) as stored, coalesce(s.counted, 0) as counted_in_log, coalesce(j.counted, 0) as counted,
    coalesce(j.refused, 0) as refused
  from stored s full join judged j using (day)
)
select day, stored, counted, refused from compared
where stored <> counted + refused or counted <> counted_in_log order by day desc`;

const { like, unlike } = TYPE_CODES;

const LIKED_AND_GIVEN = `with liked as (
  select content_id, count(*) as n from likes where liked group by 1
), given as (
  select content_id, sum(n) as n from (
    select content_id, likes - unlikes as n from summaries where grain = 'm' and (likes <> 0 or unlikes <> 0)
    union all
    select content_id, case metric when ${like} then n else -n end from event_deltas where metric in (${like}, ${unlike})
  ) as parts group by 1
)
select coalesce(l.content_id, g.content_id) as "contentId", coalesce(l.n, 0) as liking, coalesce(g.n, 0) as net
from liked l full join given g using (content_id) where coalesce(l.n, 0) <> coalesce(g.n, 0) order by 1`;

const DAYS = 'select cardinality($1::date[])';

/** Whether the figures say what the log says, at every level of summing (I6, I11). */
export const checksOfFigures: readonly IntegrityCheck[] = [
  {
    id: 'log-is-figures',
    rule: 'I6',
    title: 'The log says what the figures say',
    detail:
      'For each day, content and metric, the rows of the log against the daily summary and what waits to be folded into it. Days that are not closed, and the seven closed last.',
    looked: DAYS,
    breaches: LOG_AND_FIGURES,
  },
  {
    id: 'periods-are-sums',
    rule: 'I6',
    title: 'Weeks and months are the sums of their days',
    detail: 'For each content and metric, every week and month that holds one of these days.',
    looked: `select count(*) from (${PERIODS}) as periods`,
    breaches: PERIODS_AND_DAYS,
  },
  {
    id: 'totals-are-sums',
    rule: 'I6',
    title: 'Totals of a day are the sums over its contents',
    detail: 'For each of these days and each metric.',
    looked: DAYS,
    breaches: TOTALS_AND_CONTENTS,
  },
  {
    id: 'stored-is-judged',
    rule: 'I11',
    title: 'Every stored event is counted or refused',
    detail:
      'For each of these days, the rows of the log against counted + refused. What is not stored needs no look: a receipt is made of received = counted + refused + duplicate + rejected, and its tally is written with the events in one statement.',
    looked: DAYS,
    breaches: STORED_AND_JUDGED,
  },
  {
    id: 'likes-are-net',
    rule: 'I6',
    title: 'Who likes a content is likes given minus withdrawn',
    detail: 'For each content, the viewers who like it now against the figures of all months.',
    looked: 'select count(*) from likes where liked',
    breaches: LIKED_AND_GIVEN,
  },
];
