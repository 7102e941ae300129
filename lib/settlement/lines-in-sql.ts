/**
 * The lines of a statement, video by video, largest first: `$1`, `$2` its days, `$3` its creator. Amounts include the
 * adjustments, which are listed besides; events that came late add, voided ones take away.
 */
export const linesInSql = `select i.*, coalesce(c.title, '') as title from (
  select l.content_id as "contentId",
    sum(views_after - views_before)::bigint as views, sum(ad_views_after - ad_views_before)::bigint as "adViews",
    sum(video_won)::bigint as "videoAmount", sum(ad_won)::bigint as "adAmount", sum(video_won + ad_won)::bigint as total,
    coalesce(jsonb_agg(jsonb_build_object(
      'day', l.day, 'forDay', l.for_day,
      'reason', case when video_won + ad_won < 0 then 'voided' else 'late-events' end,
      'views', views_after - views_before, 'adViews', ad_views_after - ad_views_before,
      'videoAmount', video_won, 'adAmount', ad_won, 'total', video_won + ad_won
    ) order by l.day, l.for_day) filter (where l.for_day < l.day), '[]') as adjustments
  from settlement_lines l where l.day between $1 and $2 and l.creator_id = $3
  group by l.content_id
) i left join contents c on c.id = i."contentId"`;
