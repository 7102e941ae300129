import { LINES_CHECKSUM } from '@/lib/settlement/replace-lines';
import type { IntegrityCheck } from './check';
import { sliceOfVideos } from './slice-of-videos';

const VIDEOS_LOOKED = `select count(*) from (${sliceOfVideos}) as videos`;
const SLICE =
  'every video while the tables are small, otherwise several hundred met at random, other ones at each look.';

// From the first day on that is being run, waits for a run, or whose last one failed, lines are not what they will be.
const HORIZON = `horizon as materialized (
  select least($2::date, (select min(d.day) from days d where d.state = 'settled' and (d.dirty or d.lines_checksum is null or 'succeeded' <> (
    select r.state from runs r where r.day = d.day and r.kind = 'settle-day' order by r.attempt desc limit 1
  )))) as day
)`;

// Offset 0 keeps each video's look-up a walk along the index; joined as a whole, all rows would be read for a slice.
const LINES = `videos as materialized (${sliceOfVideos}), lines as materialized (
  select v.opening_views, v.opening_ad_views, l.* from videos v cross join lateral (
    select * from settlement_lines where content_id = v.content_id offset 0
  ) as l
), ${HORIZON}`;

// Each step adds the rise of its price for every ordinal from it on.
const RISES = `rises as materialized (
  select version, part, (step ->> 'from')::bigint - 1 as past, (step ->> 'tenths')::bigint
    - lag((step ->> 'tenths')::bigint, 1, 0::bigint) over (partition by version, part order by (step ->> 'from')::bigint) as rise
  from tariffs cross join lateral (values ('video', video), ('ad', ad)) as parts (part, steps)
  cross join lateral jsonb_array_elements(steps) as step
)`;

const worth = (part: string, before: string, after: string) => `(
  select coalesce(sum((greatest(${after} - past, 0) - greatest(${before} - past, 0)) * rise), 0)
  from rises where version = tariff_version and part = '${part}')`;

const PRICED_ANEW = `with ${LINES}, ${RISES}, anew as (
  select l.*, ${worth('video', 'views_before', 'views_after')} as video, ${worth('ad', 'ad_views_before', 'ad_views_after')} as ad,
    (select version from tariffs where effective_on <= for_day order by effective_on desc limit 1) as in_force
  from lines l, horizon h where l.day < h.day
)
select day, content_id as "contentId", for_day as "forDay", tariff_version as tariff, in_force as "inForce",
  video_tenths as "videoTenths", video, ad_tenths as "adTenths", ad
from anew where video_tenths <> video or ad_tenths <> ad or video_won <> video_tenths / 10 or ad_won <> ad_tenths / 10
  or tariff_version is distinct from in_force
order by day desc, content_id, for_day`;

const GAPS = `with ${LINES}, followed as (
  select l.*, lag(views_after, 1, opening_views) over one_video as views, lag(ad_views_after, 1, opening_ad_views) over one_video as ad_views
  from lines l, horizon h where l.day < h.day
  window one_video as (partition by content_id order by l.day, for_day < l.day, for_day)
)
select day, content_id as "contentId", for_day as "forDay", views as "viewsUpTo", views_before as "viewsFrom",
  ad_views as "adViewsUpTo", ad_views_before as "adViewsFrom"
from followed where views <> views_before or ad_views <> ad_views_before order by day desc, content_id, for_day`;

// Days whose counts are all paid: what came since is written down as dirty or owed.
const PAID_DAYS = `paid_days as materialized (
  select d.day from days d, horizon h where d.lines_checksum is not null
    and (d.state = 'closed' and not d.owed or d.state = 'settled' and d.day < h.day)
), counted as materialized (
  select s.* from videos v cross join lateral (
    select content_id, start_on as day, views, ad_views from summaries
    where grain = 'd' and start_on = any(array(select day from paid_days)) and content_id = v.content_id
      and (views <> 0 or ad_views <> 0) offset 0
  ) as s
)`;

const COUNTS_AND_LINES = `with ${LINES}, ${PAID_DAYS}, paid as (
  select content_id, for_day as day, sum(views_after - views_before) as views, sum(ad_views_after - ad_views_before) as ad_views
  from lines where for_day in (select day from paid_days) group by 1, 2
)
select coalesce(c.day, p.day) as day, coalesce(c.content_id, p.content_id) as "contentId", coalesce(c.views, 0) as views,
  coalesce(p.views, 0) as "viewsPaid", coalesce(c.ad_views, 0) as "adViews", coalesce(p.ad_views, 0) as "adViewsPaid"
from counted c full join paid p on p.content_id = c.content_id and p.day = c.day
where coalesce(c.views, 0) <> coalesce(p.views, 0) or coalesce(c.ad_views, 0) <> coalesce(p.ad_views, 0)
order by 1 desc, 2`;

const LIVES = `with ${LINES}, ${PAID_DAYS}, lived as (
  select v.content_id, v.opening_views + sum(x.views) as views, v.opening_ad_views + sum(x.ad_views) as ad_views
  from videos v join (
    select content_id, views, ad_views from counted
    union all
    select content_id, views_after - views_before, ad_views_after - ad_views_before from lines l, horizon h
    where l.day < h.day and for_day not in (select day from paid_days)
  ) x on x.content_id = v.content_id group by v.content_id, v.opening_views, v.opening_ad_views
), reached as (
  select distinct on (content_id) content_id, views_after, ad_views_after from lines l, horizon h where l.day < h.day
  order by content_id, l.day desc, for_day = l.day, for_day desc
)
select l.content_id as "contentId", l.views, views_after as "viewsReached", l.ad_views as "adViews", ad_views_after as "adViewsReached"
from lived l left join reached r on r.content_id = l.content_id
where views_after is distinct from l.views or ad_views_after is distinct from l.ad_views order by 1`;

const VIEWS_SUMMED = 10_000_000;

// In an order that is another one at each look, until so many views are reached; a day has no more lines than views.
const CLOSED_DAYS = `select day, lines_checksum from (
  select d.day, d.lines_checksum, coalesce(t.views + t.ad_views, 0) as views, sum(coalesce(t.views + t.ad_views, 0)) over (
    order by hash_record_extended(row(d.day), floor(extract(epoch from now()))::bigint), d.day) as so_far
  from days d left join day_totals t on t.day = d.day where d.state = 'closed' and d.lines_checksum is not null
) as shuffled where so_far - views < ${VIEWS_SUMMED}`;

const CHANGED_SINCE = `select c.day, c.lines_checksum as "atClosing", s.checksum as now from (${CLOSED_DAYS}) as c
cross join lateral (select ${LINES_CHECKSUM} as checksum from settlement_lines where day = c.day) as s
where s.checksum <> c.lines_checksum order by c.day desc`;

// Bits of pg_trigger.tgtype: INSERT 4, DELETE 8, UPDATE 16.
const UNGUARDED = `select change from (values (4, 'INSERT'), (16, 'UPDATE'), (8, 'DELETE')) as changes (bit, change)
where not exists (
  select from pg_trigger t where t.tgrelid = 'settlement_lines'::regclass and t.tgenabled in ('O', 'A')
    and t.tgfoid = to_regproc('refuse_closed_lines') and t.tgtype & bit <> 0
)`;

const UNREPEATED = `select day, b.attempt, b.checksum_in as log, b.checksum_out as figures, a.checksum_out as "figuresBefore" from days d
cross join lateral (
  select r.attempt, r.checksum_in, r.checksum_out, lead(r.attempt) over newest as before from runs r
  where r.day = d.day and r.kind = 'settle-day' and r.state = 'succeeded' window newest as (order by r.attempt desc)
  order by r.attempt desc limit 1
) b join runs a using (day)
where a.attempt = b.before and a.checksum_in = b.checksum_in and a.checksum_out <> b.checksum_out order by day desc`;

const LINE_PARTITIONS = `select c.oid, c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
  where i.inhparent = 'settlement_lines'::regclass`;

const WITHOUT_KEY = `select p.name as partition from (${LINE_PARTITIONS}) as p where not exists (
  select from pg_index x join pg_inherits i on i.inhrelid = x.indexrelid
  where x.indrelid = p.oid and x.indisunique and x.indisvalid and i.inhparent = to_regclass('settlement_lines_pkey')
) order by 1`;

const CORRECTS_OPEN = `select day, content_id as "contentId", for_day as "forDay" from settlement_lines
where for_day < day and for_day > (select coalesce(max(day), '-infinity') from days where state = 'closed') order by 1, 2, 3`;

/** Whether settling again gives the same (I7), closed lines stand (I9), and each view is paid once (I6, I10). */
export const checksOfSettlement: readonly IntegrityCheck[] = [
  {
    id: 'runs-repeat',
    rule: 'I7',
    title: 'Two runs over the same log gave the same figures',
    detail: 'The last two runs of each day: where the checksums of the log are equal, those of the figures are.',
    looked: `select count(distinct day) from runs where kind = 'settle-day' and state = 'succeeded'`,
    breaches: UNREPEATED,
  },
  {
    id: 'lines-recompute',
    rule: 'I7',
    title: 'Each settlement line can be computed again from itself',
    detail: `Its ordinals at the tariff of its own day, to the tenth of a won, for all lines of these videos on days that wait for no run: ${SLICE}`,
    looked: VIDEOS_LOOKED,
    breaches: PRICED_ANEW,
  },
  {
    id: 'ordinals-continue',
    rule: 'I7',
    title: 'Each line begins where the one before it ended',
    detail: `From the opening totals on, for all lines of these videos on days that wait for no run: ${SLICE}`,
    looked: VIDEOS_LOOKED,
    breaches: GAPS,
  },
  {
    id: 'counts-are-paid',
    rule: 'I6',
    title: 'What was counted is in the lines, adjustments included',
    detail: `Views and ad views of each day and these videos against the lines for that day; days that are marked as dirty or owed are left out: ${SLICE}`,
    looked: VIDEOS_LOOKED,
    breaches: COUNTS_AND_LINES,
  },
  {
    id: 'ordinals-are-counts',
    rule: 'I10',
    title: 'Over its life a video reached the ordinal that its counts say',
    detail: `Opening totals and all that was counted against the last line of these videos: ${SLICE}`,
    looked: VIDEOS_LOOKED,
    breaches: LIVES,
  },
  {
    id: 'one-adjustment-one-key',
    rule: 'I10',
    title: 'A day corrects a closed one at most once for each video',
    detail: 'The key (day, content, day that it is for) is unique and valid in every partition of the lines.',
    looked: `select count(*) from (${LINE_PARTITIONS}) as partitions`,
    breaches: WITHOUT_KEY,
  },
  {
    id: 'adjustments-correct-closed',
    rule: 'I10',
    title: 'Adjustments are for days that are closed',
    detail: 'No adjustment names a day after the last closed one: an open day is priced again instead.',
    looked: 'select count(*) from settlement_lines where for_day < day',
    breaches: CORRECTS_OPEN,
  },
  {
    id: 'closed-lines-stand',
    rule: 'I9',
    title: 'The lines of closed days are those that were closed',
    detail: `The checksum kept with the day against that of its lines now. While there are more than ${VIEWS_SUMMED / 1e6} million views: closed days of so many, other ones at each look.`,
    looked: `select count(*) from (${CLOSED_DAYS}) as days`,
    breaches: CHANGED_SINCE,
  },
  {
    id: 'closed-lines-guarded',
    rule: 'I9',
    title: 'Nobody can change the lines of a closed day',
    detail: 'Triggers of the database refuse to add, change or delete them.',
    looked: 'select 3',
    breaches: UNGUARDED,
  },
];
