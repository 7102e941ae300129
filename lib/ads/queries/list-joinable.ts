import { db } from '@/lib/platform/database';
import type { Condition, History } from '../conditions';
import { type Candidate, findCandidates } from '../find-candidates';
import { judgeJoin, stateOf } from '../rules';
import type { JoinableAd } from '../schema';
import { findHistory } from './find-history';

const MOST = 10;

/** Null asks for nobody in particular, so that nothing personal is judged. */
type Asked = { memberId: string | null; now: Date };

/** The ads that a member can join now, best reward first, then the lower id; at most ten (ads rule 3). */
export async function listJoinable({ memberId, now }: Asked): Promise<JoinableAd[]> {
  const found: Candidate[] = [];
  let candidates = await findCandidates();
  for (;;) {
    const live = candidates.ads.filter((ad) => stateOf(ad, now) === 'live');
    found.push(...(memberId === null ? live : await joinableBy(memberId, live, now)));
    if (found.length >= MOST || candidates.next === null) break;
    candidates = await findCandidates(candidates.next);
  }
  return found
    .slice(0, MOST)
    .map(({ id, name, text, imageUrl, rewardPoints }) => ({ id, name, text, imageUrl, rewardPoints }));
}

/** Those of the ads that this member has not joined and is eligible for. */
async function joinableBy(memberId: string, ads: Candidate[], now: Date): Promise<Candidate[]> {
  if (ads.length === 0) return [];
  const history = await historyFor(memberId, ads);
  return ads.filter((ad) => !history.adIds.has(ad.id) && judgeJoin(ad, history, now).ok);
}

/** What the ads' conditions need to know of the member, and which of the ads they have joined. */
function historyFor(memberId: string, ads: Candidate[]): Promise<History> {
  const joinedThem = ads.map(({ id }): Condition => ({ kind: 'joined', adId: id }));
  const asked = [...joinedThem, ...ads.flatMap(({ eligibility }) => eligibility)];
  return findHistory(db().$client, memberId, asked);
}
