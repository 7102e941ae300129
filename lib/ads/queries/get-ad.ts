import { and, eq, sql } from 'drizzle-orm';
import { users } from '@/db/schema/accounts';
import { ads } from '@/db/schema/ads';
import type { Db } from '@/lib/platform/database';
import type { AdRow } from '../ad-store';
import { Condition } from '../conditions';
import { adErrors } from '../errors';
import { imageAddress } from '../image-address';
import { stateOf } from '../rules';
import type { Ad } from '../schema';

/** `ownerId` null sees all. */
type Asked = { id: number; ownerId: number | null; now: Date };

/** Throws ads/not-found, also for what belongs to others. */
export async function getAd(db: Db, { id, ownerId, now }: Asked): Promise<Ad> {
  const mine = ownerId === null ? undefined : eq(ads.ownerId, ownerId);
  const [row] = await db
    .select(SHOWN_COLUMNS)
    .from(ads)
    .where(and(eq(ads.id, id), mine));
  if (!row) throw adErrors.notFound();
  return adOf(row, now);
}

export const SHOWN_COLUMNS = {
  ad: ads,
  ownerName: sql<
    string | null
  >`(select coalesce(${users.name}, ${users.email}) from ${users} where ${users.id} = ${ads.ownerId})`,
};

/** What is answered of a stored ad. */
export function adOf({ ad, ownerName }: { ad: AdRow; ownerName: string | null }, now: Date): Ad {
  return {
    id: ad.id,
    name: ad.name,
    text: ad.text,
    imageUrl: imageAddress(ad),
    rewardPoints: ad.rewardPoints,
    places: ad.places,
    used: ad.used,
    startsAt: ad.startsAt.toISOString(),
    endsAt: ad.endsAt.toISOString(),
    state: stateOf({ ...ad, decided: decisionOf(ad.state) }, now),
    eligibility: Condition.array().parse(ad.eligibility),
    ownerId: ad.ownerId,
    ownerName,
    createdAt: ad.createdAt.toISOString(),
  };
}

/** The column holds three words only; a CHECK sees to it. */
export function decisionOf(state: string): 'open' | 'paused' | 'ended' {
  return state === 'paused' || state === 'ended' ? state : 'open';
}
