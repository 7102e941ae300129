import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { badCursor } from '@/lib/kernel/bad-cursor';
import { decodeCursor, type Page, pageOf } from '@/lib/kernel/page';
import { calendar } from '@/lib/platform/calendar';
import { readDb } from '@/lib/platform/database';
import { REASON_CODES, type Reason, reasonOf, TYPE_CODES, typeOf } from '../codes';
import { requireKept } from '../require-kept';
import type { EventQuery, LoggedEvent } from '../schema';

type Row = {
  id: string;
  at: Date;
  type: number;
  reason: number;
  contentId: number;
  title: string | null;
  viewer: string;
  adPositionSeconds: number | null;
  adVideoId: number | null;
};

/** The events behind a figure of a day, newest first, each with the verdict that stands; viewers as they may be seen. Errors: events/past-retention. */
export async function listEvents(query: EventQuery, viewerSeen = asItIs): Promise<Page<LoggedEvent>> {
  await requireKept(query.day);
  const { rows } = await readDb().execute<Row>(sql`
    select e.id, e.at, e.type, e.reason, e.content_id as "contentId", c.title, e.viewer,
      e.ad_position_seconds as "adPositionSeconds", e.ad_video_id as "adVideoId"
    from (
      select * from events where ${sql.join(conditionsOf(query), sql` and `)}
      order by at desc, id desc limit ${query.limit + 1}
    ) as e left join contents c on c.id = e.content_id order by e.at desc, e.id desc`);
  const page = pageOf(rows, query.limit, (row) => [new Date(row.at).toISOString(), row.id]);
  const items = page.items.map(eventOf).map((event) => ({ ...event, viewer: viewerSeen(event.viewer) }));
  return { items, nextCursor: page.nextCursor };
}

const asItIs = (viewer: string) => viewer;

function conditionsOf(query: EventQuery): SQL[] {
  const conditions = [sql`day = ${query.day}`];
  if (query.contentId !== undefined) conditions.push(sql`content_id = ${query.contentId}`);
  if (query.viewer !== undefined) conditions.push(sql`viewer = ${query.viewer}`);
  if (query.type !== undefined) conditions.push(sql`type = ${TYPE_CODES[query.type]}`);
  if (query.outcome !== undefined) conditions.push(outcomeIs(query.outcome));
  if (query.hour !== undefined) {
    const start = calendar().startOf(query.day).getTime() + query.hour * 3_600_000;
    conditions.push(
      sql`at >= ${new Date(start).toISOString()}`,
      sql`at < ${new Date(start + 3_600_000).toISOString()}`,
    );
  }
  if (query.cursor !== undefined) {
    const [at, id] = decodeCursor(query.cursor, 2) ?? [];
    if (typeof at !== 'string' || typeof id !== 'string' || !isKey(at, id)) throw badCursor();
    conditions.push(sql`(at, id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  return conditions;
}

/** A cursor is only text to whoever sends it: what is no time or no UUID would fail in the database. */
const isKey = (at: string, id: string) => !Number.isNaN(Date.parse(at)) && z.guid().safeParse(id).success;

function outcomeIs(outcome: string): SQL {
  if (outcome === 'counted') return sql`reason = 0`;
  if (outcome === 'refused') return sql`reason <> 0`;
  return sql`reason = ${REASON_CODES[outcome as Reason] ?? -1}`;
}

function eventOf({ at, type, reason, title, ...row }: Row): LoggedEvent {
  return { ...row, at: new Date(at).toISOString(), type: typeOf(type), reason: reasonOf(reason), title: title ?? '' };
}
