import { and, desc, eq, lt } from 'drizzle-orm';
import { adDrafts } from '@/db/schema/ads';
import { type Page, pageOf } from '@/lib/kernel/page';
import { db } from '@/lib/platform/database';
import { draftOf } from '../draft-store';
import type { AdDraft } from '../schema';

type Asked = { query: { limit: number; cursor?: number | undefined }; ownerId: number | null };

/** Drafts page by page, the newest first; `ownerId` null sees all. */
export async function listDrafts({ query, ownerId }: Asked): Promise<Page<AdDraft>> {
  const mine = ownerId === null ? undefined : eq(adDrafts.ownerId, ownerId);
  const before = query.cursor === undefined ? undefined : lt(adDrafts.id, query.cursor);
  const rows = await db()
    .select()
    .from(adDrafts)
    .where(and(mine, before))
    .orderBy(desc(adDrafts.id))
    .limit(query.limit + 1);
  return pageOf(rows.map(draftOf), query.limit, (draft) => [draft.id]);
}
