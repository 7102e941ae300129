import { and, desc, eq, lt, type SQL, sql } from 'drizzle-orm';
import { adVideos } from '@/db/schema/streaming';
import { idInCursor } from '@/lib/kernel/id-in-cursor';
import { type Page, pageOf } from '@/lib/kernel/page';
import { db } from '@/lib/platform/database';
import type { AdVideo, AdVideoQuery } from '../ad-video-schema';
import { AD_VIDEO_COLUMNS, adVideoOf } from './get-ad-video';

type Asked = { query: AdVideoQuery; ownerId: number | null };

/** Ad videos page by page, the newest first; `ownerId` null sees all. */
export async function listAdVideos({ query, ownerId }: Asked): Promise<Page<AdVideo>> {
  const rows = await db()
    .select(AD_VIDEO_COLUMNS)
    .from(adVideos)
    .where(
      and(
        ownerId === null ? undefined : eq(adVideos.ownerId, ownerId),
        query.active === undefined ? undefined : eq(adVideos.active, query.active),
        query.search ? matches(query.search) : undefined,
        query.cursor === undefined ? undefined : lt(adVideos.id, idInCursor(query.cursor)),
      ),
    )
    .orderBy(desc(adVideos.id))
    .limit(query.limit + 1);
  return pageOf(rows.map(adVideoOf), query.limit, ({ id }) => [id]);
}

/** A part of the title in any case, or the id; a `%` is a percent sign. */
function matches(search: string): SQL {
  const titled = sql`${adVideos.title} ilike ${`%${search.replace(/[\\%_]/g, '\\$&')}%`}`;
  const id = /^#?\d{1,15}$/.test(search) ? Number(search.replace('#', '')) : null;
  return id === null ? titled : sql`(${adVideos.id} = ${id} or ${titled})`;
}
