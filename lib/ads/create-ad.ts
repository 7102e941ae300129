import { ads } from '@/db/schema/ads';
import type { By } from '@/lib/accounts/actor';
import { appendAudit } from '@/lib/accounts/audit';
import { type Tx, transaction } from '@/lib/platform/database';
import { auditOf, requireAdvertiser, requireNamedAds } from './ad-store';
import { dropDraft } from './draft-store';
import { adErrors } from './errors';
import { forgetCandidates } from './find-candidates';
import { imageOf } from './image-of';
import { momentOf } from './moment-of';
import { getAd } from './queries/get-ad';
import { draftOwnerOf, judgeOwner, judgePeriod } from './rules';
import type { Ad, AdCreate } from './schema';

type CreateAd = By & { wanted: AdCreate };

/**
 * Registers an ad, and takes its draft away. Errors: ads/name-taken, ads/period-reversed, ads/period-past,
 * ads/unknown-condition, ads/unknown-image, ads/owner-not-yours, ads/not-an-advertiser, ads/draft-not-found.
 */
export async function createAd({ wanted, actor, requestId, now }: CreateAd): Promise<Ad> {
  const values = { ...(await valuesOf(wanted, now)), createdAt: now };
  const owner = judgeOwner(actor, wanted.ownerId);
  if (!owner.ok) throw adErrors.ownerNotYours();
  const made = await transaction(async (tx) => {
    await requireKnown(tx, wanted, owner.ownerId);
    if (typeof wanted.draftId === 'number') await dropDraft(tx, wanted.draftId, draftOwnerOf(actor));
    const [row] = await tx
      .insert(ads)
      .values({ ...values, ownerId: owner.ownerId })
      .onConflictDoNothing()
      .returning();
    if (!row) throw adErrors.nameTaken(wanted.name);
    const subject = { kind: 'ad', id: row.id };
    await appendAudit(tx, { actor, action: 'ad.created', subject, after: auditOf(row), requestId });
    return getAd(tx, { id: row.id, ownerId: null, now });
  });
  forgetCandidates();
  return made;
}

async function valuesOf(wanted: AdCreate, now: Date) {
  const { name, text, rewardPoints, places, eligibility } = wanted;
  const period = { startsAt: momentOf(wanted.startsAt, 'start'), endsAt: momentOf(wanted.endsAt, 'end') };
  const wrong = judgePeriod(period, now);
  if (wrong === 'reversed') throw adErrors.periodReversed();
  if (wrong === 'past') throw adErrors.periodPast();
  return { name, text, rewardPoints, places, eligibility, ...period, ...(await imageOf(wanted.imageUrl ?? null)) };
}

async function requireKnown(tx: Tx, wanted: AdCreate, ownerId: number | null): Promise<void> {
  await requireNamedAds(tx, wanted.eligibility);
  if (ownerId !== null) await requireAdvertiser(tx, ownerId);
}
