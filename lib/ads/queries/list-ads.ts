import { and, desc, eq, lt, type SQL, sql } from 'drizzle-orm';
import { ads } from '@/db/schema/ads';
import { idInCursor } from '@/lib/kernel/id-in-cursor';
import { type Page, pageOf } from '@/lib/kernel/page';
import { db } from '@/lib/platform/database';
import type { Ad, AdQuery } from '../schema';
import { adOf, SHOWN_COLUMNS } from './get-ad';

/** `seenBy` is whose ads are shown, null for all; `query` narrows them further. */
type Asked = { query: AdQuery; seenBy: number | null; now: Date };

/** Ads page by page, the newest first. */
export async function listAds({ query, seenBy, now }: Asked): Promise<Page<Ad>> {
  const rows = await db()
    .select(SHOWN_COLUMNS)
    .from(ads)
    .where(
      and(
        seenBy === null ? undefined : eq(ads.ownerId, seenBy),
        query.ownerId === undefined ? undefined : eq(ads.ownerId, query.ownerId),
        query.search ? matches(query.search) : undefined,
        query.state && sql`${stateAt(now)} = ${query.state}`,
        query.cursor === undefined ? undefined : lt(ads.id, idInCursor(query.cursor)),
      ),
    )
    .orderBy(desc(ads.id))
    .limit(query.limit + 1);
  const page = pageOf(rows, query.limit, ({ ad }) => [ad.id]);
  return { items: page.items.map((row) => adOf(row, now)), nextCursor: page.nextCursor };
}

/** `stateOf` of the rules, said in SQL; a test holds the two together. */
function stateAt(now: Date): SQL {
  const at = sql`${now.toISOString()}::timestamptz`;
  return sql`case when ${ads.state} = 'ended' or ${ads.endsAt} <= ${at} then 'ended'
    when ${ads.state} = 'paused' then 'paused'
    when ${ads.startsAt} > ${at} then 'scheduled'
    when ${ads.used} >= ${ads.places} then 'sold-out' else 'live' end`;
}

/** A part of the name in any case, or the id; a `%` is a percent sign. */
function matches(search: string): SQL {
  const named = sql`${ads.name} ilike ${`%${search.replace(/[\\%_]/g, '\\$&')}%`}`;
  const id = /^#?\d{1,15}$/.test(search) ? Number(search.replace('#', '')) : null;
  return id === null ? named : sql`(${ads.id} = ${id} or ${named})`;
}
