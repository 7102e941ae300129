import type { DomainError } from '@/lib/kernel/error';
import type { FirstAnswer } from '@/lib/platform/first-answer';
import { Overloaded } from '@/lib/platform/gather';
import type { History } from './conditions';
import { adErrors } from './errors';
import { findAdFacts, type JoinFacts } from './find-ad-facts';
import { hasJoined } from './has-joined';
import { noteRefusal } from './note-refusal';
import { type JoinVerdict, judgeJoin } from './rules';
import type { Participation } from './schema';
import { takeEligiblePlace } from './take-eligible-place';
import { takePlace } from './take-place';

export type Participate = { adId: number; memberId: string; now: Date; answer: FirstAnswer | null };

/**
 * Takes one place of an ad for a member and promises the reward, in one transaction (ads rule 4). Resolves after the
 * commit. Errors: ads/not-found, ads/not-live, ads/sold-out, ads/not-eligible, ads/already-joined.
 */
export async function participate({ adId, memberId, now, answer }: Participate): Promise<Participation> {
  const wish = { adId, memberId, joinedAt: now, answer };
  let ad = await findAdFacts(adId);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (!ad) throw adErrors.notFound();
    refuse(await judgeOpen(ad, memberId, now), ad);
    const taken = ad.eligibility.length === 0 ? await takePlace(wish) : await takeEligiblePlace(wish, ad.eligibility);
    if (taken && 'id' in taken) return taken;
    refuse((await hasJoined(wish)) ? ALREADY_JOINED : taken, ad);
    // The ad has changed since it was judged; whoever was beaten to the last place learns it from the row itself.
    ad = await findAdFacts(adId, { fresh: true });
  }
  throw new Overloaded('the ad changes faster than it can be joined');
}

const ATTEMPTS = 5;
const ALREADY_JOINED = { ok: false, reason: 'already-joined' } as const;

type Refusal = Exclude<JoinVerdict, { ok: true }> | typeof ALREADY_JOINED;

/** Whether the ad takes anybody now; conditions are judged together with taking the place. */
async function judgeOpen(ad: JoinFacts, memberId: string, now: Date): Promise<Refusal | null> {
  const verdict = judgeJoin({ ...ad, eligibility: [] }, NO_HISTORY, now);
  if (verdict.ok) return null;
  // Who has joined is told so, whatever became of the ad since.
  return (await hasJoined({ adId: ad.id, memberId })) ? ALREADY_JOINED : verdict;
}

const NO_HISTORY: History = { count: 0, adIds: new Set() };

function refuse(refusal: Refusal | null, ad: JoinFacts): void {
  if (!refusal) return;
  noteRefusal(ad.id, refusal.reason);
  throw errorOf(refusal);
}

function errorOf(refusal: Refusal): DomainError {
  switch (refusal.reason) {
    case 'not-live':
      return adErrors.notLive(refusal.state);
    case 'sold-out':
      return adErrors.soldOut();
    case 'not-eligible':
      return adErrors.notEligible(refusal.detail);
    case 'already-joined':
      return adErrors.alreadyJoined();
  }
}
