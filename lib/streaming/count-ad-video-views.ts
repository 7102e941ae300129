import type pg from 'pg';
import { COUNTED, TYPE_CODES } from '@/lib/events/codes';
import { boundsOf, type ContentRange, EVERY_CONTENT } from '@/lib/events/content-range';
import type { Day } from '@/lib/kernel/day';

/** What of the log is a counted view of an ad video. Shared with the integrity page. */
export const COUNTED_AD_VIDEO_VIEW = `ad_video_id is not null and type = ${TYPE_CODES['ad-view']} and reason = ${COUNTED}`;

const RANGE = 'content_id >= $2::bigint and content_id < $3::bigint';

const COUNT = `with logged as materialized (
  select content_id, ad_video_id, count(*) as views from events
  where ${COUNTED_AD_VIDEO_VIEW} and day = $1 and ${RANGE} group by content_id, ad_video_id
), gone as (
  delete from ad_video_views v where day = $1 and ${RANGE} and not exists (
    select from logged l where l.content_id = v.content_id and l.ad_video_id = v.ad_video_id)
)
insert into ad_video_views as v (day, content_id, ad_video_id, views)
select $1::date, content_id, ad_video_id, views from logged order by 2, 3
on conflict (day, content_id, ad_video_id) do update set views = excluded.views where v.views <> excluded.views`;

/**
 * Makes the views of ad videos of a day, in a range of contents, what its log says, in the transaction of whoever judged
 * the day: its run, or what counts a late event of a closed day. Again changes nothing.
 */
export async function countAdVideoViews(
  client: Pick<pg.ClientBase, 'query'>,
  day: Day,
  range: ContentRange = EVERY_CONTENT,
): Promise<void> {
  await client.query(COUNT, [day, ...boundsOf(range)]);
}
