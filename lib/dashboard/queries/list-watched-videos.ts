import { daysOf } from '@/lib/kernel/day';
import { idInCursor } from '@/lib/kernel/id-in-cursor';
import { type Page, pageOf } from '@/lib/kernel/page';
import { readDb } from '@/lib/platform/database';
import { checkRange } from '../check-range';
import type { WatchedVideo, WatchedVideosQuery } from '../streaming-schema';

/** A page's videos times these days are looked up one by one. */
const MAX_DAYS = 92;

/** Videos page by page, the newest first, with what was watched of each in the range. `creatorId` null sees all. */
export async function listWatchedVideos(
  query: WatchedVideosQuery,
  creatorId: number | null,
): Promise<Page<WatchedVideo>> {
  checkRange(query, MAX_DAYS);
  const before = query.cursor === undefined ? null : idInCursor(query.cursor);
  const search = query.search ? `%${query.search.replace(/[\\%_]/g, '\\$&')}%` : null;
  const { rows } = await readDb().$client.query<WatchedVideo & { milliseconds: number }>(LIST(creatorId), [
    before ?? Number.MAX_SAFE_INTEGER,
    search,
    query.limit + 1,
    daysOf(query),
    ...(creatorId === null ? [] : [creatorId]),
  ]);
  const shown = rows.map(({ milliseconds, ...row }) => ({ ...row, watchSeconds: Math.floor(milliseconds / 1000) }));
  return pageOf(shown, query.limit, ({ id }) => [id]);
}

const LIST = (
  creatorId: number | null,
) => `select c.id, c.title, c.duration_seconds as "durationSeconds", c.archived_at is not null as archived,
    coalesce(s.views, 0)::bigint as views, coalesce(s.ad_views, 0)::bigint as "adViews", coalesce(t.milliseconds, 0)::bigint as milliseconds
  from (
    select * from contents where kind = 'video' and id < $1 and ($2::text is null or title ilike $2)
      ${creatorId === null ? '' : 'and creator_id = $5'} order by id desc limit $3
  ) as c
  left join lateral (
    select sum(views) as views, sum(ad_views) as ad_views from summaries
    where grain = 'd' and start_on = any($4::date[]) and content_id = c.id
  ) as s on true
  left join lateral (
    select sum(milliseconds) as milliseconds from watch_times where grain = 'd' and start_on = any($4::date[]) and content_id = c.id
  ) as t on true
  order by c.id desc`;
