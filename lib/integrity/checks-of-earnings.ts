import type { IntegrityCheck } from './check';

const VIEWS_SUMMED = 10_000_000;

// In an order that is another one at each look, until so many views are reached; not the days that a run is pricing.
const DAYS = `select day from (
  select d.day, coalesce(t.views + t.ad_views, 0) as views, sum(coalesce(t.views + t.ad_views, 0)) over (
    order by hash_record_extended(row(d.day), floor(extract(epoch from now()))::bigint), d.day) as so_far
  from days d left join day_totals t on t.day = d.day where d.lines_checksum is not null
    and not exists (select from runs r where r.day = d.day and r.state = 'running')
) as shuffled where so_far - views < ${VIEWS_SUMMED}`;

const UNLIKE_LINES = `with looked as materialized (${DAYS}), summed as (
  select l.day, coalesce(l.creator_id, 0) as creator_id, sum(views_after - views_before) as views,
    sum(ad_views_after - ad_views_before) as ad_views, sum(video_won) as video_won, sum(ad_won) as ad_won
  from settlement_lines l where l.day in (select day from looked) group by 1, 2
), kept as (
  select * from settlement_creator_days where day in (select day from looked)
)
select coalesce(k.day, s.day) as day, coalesce(k.creator_id, s.creator_id) as "creatorId",
  k.video_won + k.ad_won as kept, s.video_won + s.ad_won as lines
from kept k full join summed s on s.day = k.day and s.creator_id = k.creator_id
where (k.views, k.ad_views, k.video_won, k.ad_won) is distinct from (s.views, s.ad_views, s.video_won, s.ad_won)
order by 1 desc, 2`;

/** Whether the charts of creators show what their lines say (I6). */
export const checksOfEarnings: readonly IntegrityCheck[] = [
  {
    id: 'earnings-are-lines',
    rule: 'I6',
    title: 'What a creator is shown of a day is the sum of its lines',
    detail: `Views and amounts kept for each creator and day against the lines. While there are more than ${VIEWS_SUMMED / 1e6} million views: days of so many, other ones at each look.`,
    looked: `select count(*) from (${DAYS}) as days`,
    breaches: UNLIKE_LINES,
  },
];
