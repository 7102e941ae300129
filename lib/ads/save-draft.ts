import { adDrafts } from '@/db/schema/ads';
import type { Actor } from '@/lib/accounts/actor';
import { db } from '@/lib/platform/database';
import { draftIs, draftOf } from './draft-store';
import { adErrors } from './errors';
import { draftOwnerOf } from './rules';
import type { AdDraft } from './schema';

type SaveDraft = { id: number; fields: AdDraft['fields']; actor: Actor; now: Date };

/** Puts what is typed now in place of what was. Error: ads/draft-not-found. */
export async function saveDraft({ id, fields, actor, now }: SaveDraft): Promise<AdDraft> {
  const [row] = await db()
    .update(adDrafts)
    .set({ fields, updatedAt: now })
    .where(draftIs(id, draftOwnerOf(actor)))
    .returning();
  if (!row) throw adErrors.draftNotFound();
  return draftOf(row);
}
