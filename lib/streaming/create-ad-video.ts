import { adVideos } from '@/db/schema/streaming';
import type { By } from '@/lib/accounts/actor';
import { appendAudit } from '@/lib/accounts/audit';
import { requireAdvertiser } from '@/lib/ads/ad-store';
import { adErrors } from '@/lib/ads/errors';
import { judgeOwner } from '@/lib/ads/rules';
import { transaction } from '@/lib/platform/database';
import type { AdVideo, AdVideoCreate } from './ad-video-schema';
import { forgetActiveAdVideos } from './choose-ad';
import { fileOf } from './file-of';
import { getAdVideo } from './queries/get-ad-video';

type CreateAdVideo = By & { wanted: AdVideoCreate };

/** Registers an ad video. Errors: streaming/unknown-file, ads/owner-not-yours, ads/not-an-advertiser. */
export async function createAdVideo({ wanted, actor, requestId, now }: CreateAdVideo): Promise<AdVideo> {
  const { title, durationSeconds, active } = wanted;
  const owner = judgeOwner(actor, wanted.ownerId);
  if (!owner.ok) throw adErrors.ownerNotYours();
  const values = { title, durationSeconds, active, ...(await fileOf(wanted.url)) };
  const made = await transaction(async (tx) => {
    if (owner.ownerId !== null) await requireAdvertiser(tx, owner.ownerId);
    const [row] = await tx
      .insert(adVideos)
      .values({ ...values, ownerId: owner.ownerId, createdAt: now })
      .returning({ id: adVideos.id });
    const id = row?.id ?? 0;
    const after = { ...values, ownerId: owner.ownerId };
    await appendAudit(tx, { actor, action: 'ad-video.created', subject: { kind: 'ad-video', id }, after, requestId });
    return getAdVideo(tx, { id, ownerId: null });
  });
  forgetActiveAdVideos();
  return made;
}
