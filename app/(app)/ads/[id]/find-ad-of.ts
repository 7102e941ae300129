import { notFound } from 'next/navigation';
import { getAd } from '@/lib/ads/queries/get-ad';
import { ownerSeenBy } from '@/lib/ads/rules';
import { requireRolePage } from '@/lib/http/page-actor';
import { DomainError } from '@/lib/kernel/error';
import { idOf } from '@/lib/kernel/id';
import { now } from '@/lib/platform/clock';
import { db } from '@/lib/platform/database';

/** The ad that an address names, for whoever may see it; for anybody else there is none. */
export async function findAdOf(params: Promise<{ id: string }>) {
  const actor = await requireRolePage('admin', 'advertiser');
  const asked = { id: idOf((await params).id), ownerId: ownerSeenBy(actor), now: now() };
  const ad = await getAd(db(), asked).catch((error) => {
    if (error instanceof DomainError && error.kind === 'missing') notFound();
    throw error;
  });
  return { ad, actor };
}
