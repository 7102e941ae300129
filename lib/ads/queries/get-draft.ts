import { adDrafts } from '@/db/schema/ads';
import { db } from '@/lib/platform/database';
import { draftIs, draftOf } from '../draft-store';
import { adErrors } from '../errors';
import type { AdDraft } from '../schema';

/** Throws ads/draft-not-found, also for what belongs to others; `ownerId` null sees all. */
export async function getDraft({ id, ownerId }: { id: number; ownerId: number | null }): Promise<AdDraft> {
  const [row] = await db().select().from(adDrafts).where(draftIs(id, ownerId));
  if (!row) throw adErrors.draftNotFound();
  return draftOf(row);
}
