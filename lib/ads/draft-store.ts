import { and, eq, type SQL } from 'drizzle-orm';
import { adDrafts } from '@/db/schema/ads';
import type { Db } from '@/lib/platform/database';
import { adErrors } from './errors';
import { AdDraft } from './schema';

export type DraftRow = typeof adDrafts.$inferSelect;

/** One draft, of this person's alone; null may touch everybody's. */
export function draftIs(id: number, ownerId: number | null): SQL | undefined {
  return and(eq(adDrafts.id, id), ownerId === null ? undefined : eq(adDrafts.ownerId, ownerId));
}

/** Throws ads/draft-not-found, also for what belongs to others. */
export async function dropDraft(db: Db, id: number, ownerId: number | null): Promise<void> {
  const gone = await db.delete(adDrafts).where(draftIs(id, ownerId)).returning({ id: adDrafts.id });
  if (gone.length === 0) throw adErrors.draftNotFound();
}

/** What is answered of a stored draft. */
export function draftOf(row: DraftRow): AdDraft {
  const { createdAt, updatedAt } = row;
  return AdDraft.parse({ ...row, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() });
}
