import { notFound } from 'next/navigation';
import { ownerSeenBy } from '@/lib/ads/rules';
import { requireRolePage } from '@/lib/http/page-actor';
import { DomainError } from '@/lib/kernel/error';
import { idOf } from '@/lib/kernel/id';
import { db } from '@/lib/platform/database';
import { getAdVideo } from '@/lib/streaming/queries/get-ad-video';

/** The ad video that an address names, for whoever may see it; for anybody else there is none. */
export async function findAdVideoOf(params: Promise<{ id: string }>) {
  const actor = await requireRolePage('admin', 'advertiser');
  const asked = { id: idOf((await params).id), ownerId: ownerSeenBy(actor) };
  const adVideo = await getAdVideo(db(), asked).catch((error) => {
    if (error instanceof DomainError && error.kind === 'missing') notFound();
    throw error;
  });
  return { adVideo, actor };
}
