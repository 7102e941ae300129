import { badCursor } from '@/lib/kernel/bad-cursor';
import { type DayRange, daysUntil, periodOf } from '@/lib/kernel/day';
import { decodeCursor, pageOf } from '@/lib/kernel/page';
import { readDb } from '@/lib/platform/database';
import type { Settlement, SettlementItem, SettlementQuery } from '../schema';

type GetSettlement = Omit<SettlementQuery, 'creatorId'> & { creatorId: number | null };

/** What videos earned in the day, week or month that holds a date; items in the order of their content id. Null is every creator. */
export async function getSettlement({ period, date, creatorId, limit, cursor }: GetSettlement): Promise<Settlement> {
  const range = periodOf(period, date);
  const after = cursor === undefined ? 0 : decodeCursor(cursor, 1)?.[0];
  if (typeof after !== 'number' || !Number.isSafeInteger(after)) throw badCursor();
  const [totals, rows] = await Promise.all([totalsOf(range, creatorId), itemsOf(range, creatorId, after, limit + 1)]);
  return { period, ...range, ...totals, ...pageOf(rows, limit, (row) => [row.contentId]) };
}

const CREATOR = '($3::bigint is null or l.creator_id = $3)';

async function totalsOf(
  { from, to }: DayRange,
  creatorId: number | null,
): Promise<Pick<Settlement, 'totals' | 'final'>> {
  const { rows } = await readDb().$client.query<{ video: number; ad: number; closed: number }>(
    `select coalesce(sum(video_won), 0)::bigint as video, coalesce(sum(ad_won), 0)::bigint as ad,
       (select count(*) from days where day between $1 and $2 and state = 'closed') as closed
     from settlement_lines l where l.day between $1 and $2 and ${CREATOR}`,
    [from, to, creatorId],
  );
  const { video = 0, ad = 0, closed = 0 } = rows[0] ?? {};
  return { totals: { video, ad, total: video + ad }, final: closed === daysUntil(from, to) + 1 };
}

const ITEMS = `select i.*, coalesce(c.title, '') as title from (
  select l.content_id as "contentId",
    sum(views_after - views_before)::bigint as views, sum(ad_views_after - ad_views_before)::bigint as "adViews",
    sum(video_won)::bigint as "videoAmount", sum(ad_won)::bigint as "adAmount", sum(video_won + ad_won)::bigint as total,
    coalesce(jsonb_agg(jsonb_build_object(
      'day', l.day, 'forDay', l.for_day, 'views', views_after - views_before, 'adViews', ad_views_after - ad_views_before,
      'videoAmount', video_won, 'adAmount', ad_won, 'total', video_won + ad_won
    ) order by l.day, l.for_day) filter (where l.for_day < l.day), '[]') as adjustments
  from settlement_lines l where l.day between $1 and $2 and ${CREATOR} and l.content_id > $4
  group by l.content_id order by l.content_id limit $5
) i left join contents c on c.id = i."contentId" order by i."contentId"`;

async function itemsOf({ from, to }: DayRange, creatorId: number | null, after: number, limit: number) {
  const { rows } = await readDb().$client.query<SettlementItem>(ITEMS, [from, to, creatorId, after, limit]);
  return rows;
}
