import type pg from 'pg';
import { type DayRange, daysUntil, periodOf } from '@/lib/kernel/day';
import { idInCursor } from '@/lib/kernel/id-in-cursor';
import { pageOf } from '@/lib/kernel/page';
import { readDb } from '@/lib/platform/database';
import { findRemembered, remember } from '@/lib/platform/remember';
import { Settlement, type SettlementItem, type SettlementQuery } from '../schema';

type GetSettlement = Omit<SettlementQuery, 'creatorId'> & { creatorId: number | null };
type Asked = GetSettlement & { range: DayRange; after: number };

const REMEMBERED_SECONDS = 600;

/**
 * What videos earned in the day, week or month that holds a date; items in the order of their content id. Null is every
 * creator. Remembered under the newest run, the states and the checksums of the lines that it was made from: another
 * line is another key, so an answer is never stale. Titles are read each time.
 */
export async function getSettlement(query: GetSettlement): Promise<Settlement> {
  const after = query.cursor === undefined ? 0 : idInCursor(query.cursor);
  const asked = { ...query, range: periodOf(query.period, query.date), after };
  const { stamp } = await stampOf(readDb().$client, asked.range);
  const known = Settlement.safeParse(await findRemembered(keyOf(asked, stamp)));
  return withTitles(known.success ? known.data : await settle(asked));
}

/** Makes it from one snapshot, and remembers it under the stamp of that same snapshot. */
async function settle(asked: Asked): Promise<Settlement> {
  const client = await readDb().$client.connect();
  let broken = true;
  try {
    await client.query('begin isolation level repeatable read read only');
    const { stamp, runId } = await stampOf(client, asked.range);
    const totals = await totalsOf(client, asked);
    const items = await itemsOf(client, asked);
    await client.query('commit');
    broken = false;
    const page = pageOf(items, asked.limit, (row) => [row.contentId]);
    const made = { period: asked.period, ...asked.range, runId, ...totals, ...page };
    await remember(keyOf(asked, stamp), made, REMEMBERED_SECONDS);
    return made;
  } finally {
    client.release(broken);
  }
}

const keyOf = ({ period, range, creatorId, after, limit }: Asked, stamp: string) =>
  `settlement:${period}:${range.from}:${creatorId ?? 'all'}:${after}:${limit}:${stamp}`;

type Reader = Pick<pg.ClientBase, 'query'>;

const STAMP = `with newest as (
  select max(id) as run from runs where day between $1 and $2 and kind = 'settle-day' and state = 'succeeded'
)
select newest.run as "runId", md5(concat(newest.run, (
  select string_agg(concat_ws(' ', day, state, coalesce(lines_checksum, '-')), ',' order by day) from days where day between $1 and $2
))) as stamp from newest`;

async function stampOf(reader: Reader, { from, to }: DayRange): Promise<{ stamp: string; runId: number | null }> {
  const { rows } = await reader.query<{ stamp: string; runId: number | null }>(STAMP, [from, to]);
  if (!rows[0]) throw new Error(`the days ${from} to ${to} gave no stamp`);
  return rows[0];
}

const CREATOR = '($3::bigint is null or l.creator_id = $3)';

/** Days of the range from before anything was counted; nothing is to come for them. */
const BEFORE_THE_FIRST = `greatest(0, least(coalesce((select min(day) from days), $1::date), $2::date + 1) - $1::date)`;

async function totalsOf(reader: Reader, { range: { from, to }, creatorId }: Asked) {
  const { rows } = await reader.query<{ video: number; ad: number; closed: number }>(
    `select coalesce(sum(video_won), 0)::bigint as video, coalesce(sum(ad_won), 0)::bigint as ad,
       (select count(*) from days where day between $1 and $2 and state = 'closed') + ${BEFORE_THE_FIRST} as closed
     from settlement_lines l where l.day between $1 and $2 and ${CREATOR}`,
    [from, to, creatorId],
  );
  const { video = 0, ad = 0, closed = 0 } = rows[0] ?? {};
  return { totals: { video, ad, total: video + ad }, final: closed === daysUntil(from, to) + 1 };
}

const ITEMS = `select l.content_id as "contentId", '' as title,
  sum(views_after - views_before)::bigint as views, sum(ad_views_after - ad_views_before)::bigint as "adViews",
  sum(video_won)::bigint as "videoAmount", sum(ad_won)::bigint as "adAmount", sum(video_won + ad_won)::bigint as total,
  coalesce(jsonb_agg(jsonb_build_object(
    'day', l.day, 'forDay', l.for_day, 'views', views_after - views_before, 'adViews', ad_views_after - ad_views_before,
    'videoAmount', video_won, 'adAmount', ad_won, 'total', video_won + ad_won
  ) order by l.day, l.for_day) filter (where l.for_day < l.day), '[]') as adjustments
from settlement_lines l where l.day between $1 and $2 and ${CREATOR} and l.content_id > $4
group by l.content_id order by l.content_id limit $5`;

async function itemsOf(reader: Reader, { range: { from, to }, creatorId, after, limit }: Asked) {
  const { rows } = await reader.query<SettlementItem>(ITEMS, [from, to, creatorId, after, limit + 1]);
  return rows;
}

async function withTitles(settlement: Settlement): Promise<Settlement> {
  const ids = settlement.items.map((item) => item.contentId);
  const { rows } = await readDb().$client.query<{ id: number; title: string }>(
    'select id, title from contents where id = any($1)',
    [ids],
  );
  const titles = new Map(rows.map((row) => [row.id, row.title]));
  return {
    ...settlement,
    items: settlement.items.map((item) => ({ ...item, title: titles.get(item.contentId) ?? '' })),
  };
}
