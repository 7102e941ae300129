import { badCursor } from '@/lib/kernel/bad-cursor';
import { type Day, parseDay } from '@/lib/kernel/day';
import { decodeCursor, type Page, pageOf } from '@/lib/kernel/page';
import { db } from '@/lib/platform/database';
import type { DayLine, DayLineQuery } from '../day-schema';

/** What the lines of a day are sorted by; ties by content, its own line before its adjustments. */
const SORTED_BY: Record<DayLineQuery['sort'], string> = {
  total: 'video_won + ad_won',
  views: 'views_after - views_before',
  adViews: 'ad_views_after - ad_views_before',
  content: 'content_id',
};

/** The settlement lines of a day, a page at a time. */
export async function listDayLines(day: Day, query: DayLineQuery): Promise<Page<DayLine>> {
  const { sort, order, contentId = null, limit, cursor } = query;
  const after = cursor === undefined ? [null, null, null] : keyIn(cursor);
  const values = [day, contentId, limit + 1, ...after];
  const { rows } = await db().$client.query<DayLine & { key: number }>(linesBy(SORTED_BY[sort], order), values);
  const page = pageOf(rows, limit, (row) => [row.key, row.contentId, row.forDay]);
  return { items: page.items.map(({ key: _, ...line }) => line), nextCursor: page.nextCursor };
}

function keyIn(cursor: string): [number, number, Day] {
  const [key, contentId, text] = decodeCursor(cursor, 3) ?? [];
  const forDay = typeof text === 'string' ? parseDay(text) : null;
  if (!Number.isSafeInteger(key) || !Number.isSafeInteger(contentId) || !forDay) throw badCursor();
  return [Number(key), Number(contentId), forDay];
}

const linesBy = (
  key: string,
  order: 'asc' | 'desc',
) => `select l.*, coalesce(c.title, '') as title, u.name as "creatorName"
from (
  select ${key} as key, content_id as "contentId", creator_id as "creatorId", day, for_day as "forDay",
    views_before as "viewsBefore", views_after as "viewsAfter",
    ad_views_before as "adViewsBefore", ad_views_after as "adViewsAfter",
    video_tenths as "videoTenths", ad_tenths as "adTenths", video_won as "videoAmount", ad_won as "adAmount",
    video_won + ad_won as total, tariff_version as "tariffVersion"
  from settlement_lines
  where day = $1 and ($2::bigint is null or content_id = $2) and ($4::bigint is null
    or ${key} ${order === 'asc' ? '>' : '<'} $4 or ${key} = $4 and (content_id, -(for_day - date '2000-01-01')) > ($5::bigint, -($6::date - date '2000-01-01')))
  order by ${key} ${order}, content_id, for_day desc limit $3
) l
left join contents c on c.id = l."contentId"
left join users u on u.id = l."creatorId"
order by key ${order}, "contentId", "forDay" desc`;
