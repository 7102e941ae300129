import { badCursor } from '@/lib/kernel/bad-cursor';
import { type Day, parseDay } from '@/lib/kernel/day';
import { decodeCursor, pageOf } from '@/lib/kernel/page';
import { readDb } from '@/lib/platform/database';
import type { VideoInSight } from '../get-video-in-sight';
import type { AppliedTariff, LineList, LineQuery, SettlementLine } from '../line-schema';
import { readTariffs } from '../read-tariffs';

type Asked = Pick<LineQuery, 'from' | 'to' | 'by'> & { video: VideoInSight };
type ListLines = Asked & Pick<LineQuery, 'limit' | 'cursor'>;

/** The lines of a video, day by day, as far as they may be seen, with the tariffs that priced them. */
export async function listLines({ limit, cursor, ...asked }: ListLines): Promise<LineList> {
  const { video, from, to } = asked;
  const after = cursor === undefined ? null : keyOf(cursor);
  const [totals, rows] = await Promise.all([totalsOf(asked), linesOf(asked, after, limit + 1)]);
  const page = pageOf(rows, limit, (row) => [row.day, row.forDay]);
  const tariffs = await tariffsOf(page.items);
  return { contentId: video.contentId, title: video.title, from, to, totals, tariffs, ...page };
}

type Key = { day: Day; forDay: Day };

/** A cursor is only text to whoever sends it. */
function keyOf(cursor: string): Key {
  const [day, forDay] = (decodeCursor(cursor, 2) ?? []).map((part) => parseDay(String(part)));
  if (!day || !forDay) throw badCursor();
  return { day, forDay };
}

const ofVideo = (by: LineQuery['by']) =>
  `l.content_id = $1 and l.day >= $2 and ${by === 'day' ? 'l.day' : 'l.for_day'} between $2 and $3
   and ($4::bigint is null or l.creator_id = $4)`;

// Of a day its own line comes first, adjustments follow by the day they are for: the order of their ordinals.
const lines = (
  by: LineQuery['by'],
) => `select l.day, l.for_day as "forDay", coalesce(d.state = 'closed', false) as final,
  case when l.creator_id is not null then jsonb_build_object('id', l.creator_id, 'name', coalesce(u.name, '')) end as creator,
  l.tariff_version as "tariffVersion", l.views_before as "viewsBefore", l.views_after as "viewsAfter",
  l.ad_views_before as "adViewsBefore", l.ad_views_after as "adViewsAfter", l.video_tenths as "videoTenths",
  l.ad_tenths as "adTenths", l.video_won as "videoAmount", l.ad_won as "adAmount", l.video_won + l.ad_won as total
from settlement_lines l left join days d on d.day = l.day left join users u on u.id = l.creator_id
where ${ofVideo(by)} and ($5::date is null or (l.day, l.for_day < l.day, l.for_day) > ($5::date, $6::date < $5::date, $6::date))
order by l.day, l.for_day < l.day, l.for_day limit $7`;

async function linesOf({ video, from, to, by }: Asked, after: Key | null, limit: number) {
  const values = [video.contentId, from, to, video.creatorId, after?.day ?? null, after?.forDay ?? null, limit];
  const { rows } = await readDb().$client.query<SettlementLine>(lines(by), values);
  return rows;
}

const totals = (by: LineQuery['by']) => `select coalesce(sum(views_after - views_before), 0)::bigint as views,
  coalesce(sum(ad_views_after - ad_views_before), 0)::bigint as "adViews",
  coalesce(sum(video_won), 0)::bigint as video, coalesce(sum(ad_won), 0)::bigint as ad,
  coalesce(sum(video_won + ad_won), 0)::bigint as total,
  coalesce(sum(video_won + ad_won) filter (where for_day < day), 0)::bigint as adjustments
from settlement_lines l where ${ofVideo(by)}`;

async function totalsOf({ video, from, to, by }: Asked): Promise<LineList['totals']> {
  const values = [video.contentId, from, to, video.creatorId];
  const { rows } = await readDb().$client.query<LineList['totals']>(totals(by), values);
  return rows[0] ?? { views: 0, adViews: 0, video: 0, ad: 0, total: 0, adjustments: 0 };
}

async function tariffsOf(lines: readonly SettlementLine[]): Promise<AppliedTariff[]> {
  const versions = new Set(lines.map((line) => line.tariffVersion));
  const tariffs = (await readTariffs(readDb().$client)).filter((tariff) => versions.has(tariff.version));
  return tariffs.map(({ version, effectiveOn, video, ad }) => ({
    ...{ version, effectiveOn },
    video: video.map((step) => ({ from: Number(step.from), tenths: Number(step.tenths) })),
    ad: ad.map((step) => ({ from: Number(step.from), tenths: Number(step.tenths) })),
  }));
}
