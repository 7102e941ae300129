import { eq } from 'drizzle-orm';
import { adDrafts } from '@/db/schema/ads';
import type { Actor } from '@/lib/accounts/actor';
import { transaction } from '@/lib/platform/database';
import { requireAdvertiser } from './ad-store';
import { draftOf } from './draft-store';
import { adErrors } from './errors';
import { draftOwnerOf } from './rules';
import type { AdDraft, DraftCreate } from './schema';

type CreateDraft = { wanted: DraftCreate; actor: Actor; now: Date };

const MOST_DRAFTS = 100;

/**
 * Keeps the form of an ad as typed. A person's drafts are their own; a program names the person.
 * Errors: ads/draft-owner-missing, ads/not-an-advertiser, ads/owner-not-yours, ads/too-many-drafts.
 */
export async function createDraft({ wanted, actor, now }: CreateDraft): Promise<AdDraft> {
  const self = draftOwnerOf(actor);
  const ownerId = wanted.ownerId ?? self;
  if (ownerId === null) throw adErrors.draftOwnerMissing();
  if (self !== null && ownerId !== self) throw adErrors.ownerNotYours();
  return transaction(async (tx) => {
    if (self === null) await requireAdvertiser(tx, ownerId);
    const kept = await tx.select({ id: adDrafts.id }).from(adDrafts).where(eq(adDrafts.ownerId, ownerId));
    if (kept.length >= MOST_DRAFTS) throw adErrors.tooManyDrafts(MOST_DRAFTS);
    const { fields } = wanted;
    const [row] = await tx.insert(adDrafts).values({ ownerId, fields, createdAt: now, updatedAt: now }).returning();
    if (!row) throw adErrors.draftNotFound();
    return draftOf(row);
  });
}
