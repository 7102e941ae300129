import { COUNTED_AD_VIDEO_VIEW } from '@/lib/streaming/count-ad-video-views';
import type { IntegrityCheck } from './check';

const SETTLED = `select day from days where day = any($1::date[]) and state <> 'open' and not dirty`;

const AD_VIDEO_VIEWS = `with settled as materialized (${SETTLED}), logged as (
  select day, content_id, ad_video_id, count(*) as n from events
  where ${COUNTED_AD_VIDEO_VIEW} and day = any(array(select day from settled)) group by 1, 2, 3
), kept as (
  select day, content_id, ad_video_id, views as n from ad_video_views where day in (select day from settled)
)
select coalesce(l.day, k.day) as day, coalesce(l.content_id, k.content_id) as "contentId",
  coalesce(l.ad_video_id, k.ad_video_id) as "adVideoId", coalesce(l.n, 0) as log, coalesce(k.n, 0) as figures
from logged l full join kept k on k.day = l.day and k.content_id = l.content_id and k.ad_video_id = l.ad_video_id
where l.n is distinct from k.n order by 1 desc, 2, 3`;

const PERIODS = `select distinct grain, start_on, end_on from unnest($1::date[]) as d (day) cross join lateral (values
  ('w'::char(1), date_trunc('week', day::timestamp)::date, date_trunc('week', day::timestamp)::date + 6),
  ('m'::char(1), date_trunc('month', day::timestamp)::date, (date_trunc('month', day::timestamp) + interval '1 month')::date - 1)
) as p (grain, start_on, end_on)`;

const WATCH_TIMES = `with sides as (
  select p.grain, p.start_on, content_id, milliseconds - unfolded_milliseconds as ms
  from (${PERIODS}) as p join watch_times t on t.grain = 'd' and t.start_on between p.start_on and p.end_on
  union all
  select t.grain, t.start_on, content_id, -milliseconds from (${PERIODS}) as p join watch_times t on t.grain = p.grain and t.start_on = p.start_on
  union all
  select 'd', start_on, 0, milliseconds - unfolded_milliseconds from watch_times where grain = 'd' and start_on = any($1::date[])
  union all
  select 'd', day, 0, -milliseconds from watch_day_totals where day = any($1::date[])
)
select case grain when 'w' then 'week' when 'm' then 'month' else 'day' end as period, start_on as "startOn",
  nullif(content_id, 0) as "contentId", sum(ms) as difference
from sides group by 1, 2, 3 having sum(ms) <> 0 order by 2 desc, 1, 3`;

/** Whether what is reported of watching is what was told: ad videos by the log (I6), weeks and months by their days. */
export const checksOfStreaming: readonly IntegrityCheck[] = [
  {
    id: 'ad-video-views-are-log',
    rule: 'I6',
    title: 'Views of ad videos are those of the log',
    detail:
      'For the settled days that can still change: counted views of each video, ad video and day in the log against what is reported to advertisers.',
    looked: `select count(*) from ad_video_views where day in (${SETTLED})`,
    breaches: AD_VIDEO_VIEWS,
  },
  {
    id: 'watch-times-add-up',
    rule: 'I6',
    title: 'Time watched in a week, in a month and in all is the sum of its days',
    detail:
      'For the weeks and months of the days that can still change, each content, and the total of each of these days: what was folded against the days, less what waits to be folded.',
    looked: `select count(*) from watch_times where grain = 'd' and start_on = any($1::date[])`,
    breaches: WATCH_TIMES,
  },
];
