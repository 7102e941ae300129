import { sql } from 'drizzle-orm';
import { COUNTED, TYPE_CODES } from '@/lib/events/codes';
import { addDays, type Day, type DayRange, daysOf, daysUntil } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { db, readDb, type Tx } from '@/lib/platform/database';
import { adVideoErrors } from '../ad-video-errors';
import type { AdVideoReport, AdVideoReportQuery } from '../ad-video-schema';
import { getAdVideo } from './get-ad-video';

const MAX_DAYS = 366;
const USUAL_DAYS = 30;
const MOST_VIDEOS = 200;

type Asked = { id: number; ownerId: number | null; query: AdVideoReportQuery; now: Date };

/**
 * Counted views of an ad video by day and by video, all of one moment; without days those of the last 30.
 * Errors: streaming/ad-video-not-found, streaming/range-reversed, streaming/range-too-long.
 */
export async function getAdVideoReport({ id, ownerId, query, now }: Asked): Promise<AdVideoReport> {
  const { title } = await getAdVideo(db(), { id, ownerId });
  const range = rangeOf(query, calendar().dayOf(now));
  const oneMoment = { isolationLevel: 'repeatable read', accessMode: 'read only' } as const;
  return readDb().transaction(async (tx) => ({ id, title, ...range, ...(await figuresOf(tx, id, range)) }), oneMoment);
}

function rangeOf({ from, to }: AdVideoReportQuery, today: Day): DayRange {
  const range = { from: from ?? addDays(to ?? today, 1 - USUAL_DAYS), to: to ?? today };
  const days = daysUntil(range.from, range.to) + 1;
  if (days < 1) throw adVideoErrors.rangeReversed();
  if (days > MAX_DAYS) throw adVideoErrors.rangeTooLong(MAX_DAYS);
  return range;
}

type Row = { day: Day; contentId: number; title: string; views: number };

async function figuresOf(
  tx: Tx,
  id: number,
  range: DayRange,
): Promise<Pick<AdVideoReport, 'views' | 'videoCount' | 'days' | 'videos'>> {
  const final = await finalDays(tx, range);
  const open = daysOf(range).filter((day) => !final.has(day));
  const rows = [...(await settledViews(tx, id, [...final])), ...(await loggedViews(tx, id, open))];
  const days = new Map(daysOf(range).map((day) => [day, { day, views: 0, final: final.has(day) }]));
  const videos = new Map<number, AdVideoReport['videos'][number]>();
  for (const { day, contentId, title, views } of rows) {
    const of = days.get(day);
    if (of) of.views += views;
    videos.set(contentId, { contentId, title, views: views + (videos.get(contentId)?.views ?? 0) });
  }
  return {
    views: rows.reduce((sum, row) => sum + row.views, 0),
    videoCount: videos.size,
    days: [...days.values()],
    videos: [...videos.values()].sort((a, b) => b.views - a.views || a.contentId - b.contentId).slice(0, MOST_VIDEOS),
  };
}

async function finalDays(tx: Tx, { from, to }: DayRange): Promise<Set<Day>> {
  const { rows } = await tx.execute<{ day: Day }>(
    sql`select day from days where day between ${from} and ${to} and state <> 'open' and not dirty`,
  );
  return new Set(rows.map((row) => row.day));
}

const withTitles = (views: ReturnType<typeof sql>) =>
  sql`select v.*, coalesce(c.title, '') as title from (${views}) as v left join contents c on c.id = v."contentId"`;

async function settledViews(tx: Tx, id: number, days: Day[]): Promise<Row[]> {
  const views = sql`select day, content_id as "contentId", views from ad_video_views
    where ad_video_id = ${id} and day = any(${sql.param(days)}::date[])`;
  return (await tx.execute<Row>(withTitles(views))).rows;
}

/** What is not settled is counted from the log, by an index that only views of ad videos are in. */
async function loggedViews(tx: Tx, id: number, days: Day[]): Promise<Row[]> {
  const views = sql`select day, content_id as "contentId", count(*) as views from events
    where ad_video_id = ${id} and day = any(${sql.param(days)}::date[])
      and type = ${TYPE_CODES['ad-view']} and reason = ${COUNTED} group by day, content_id`;
  return (await tx.execute<Row>(withTitles(views))).rows;
}
