import { eq } from 'drizzle-orm';
import { ads } from '@/db/schema/ads';
import type { By } from '@/lib/accounts/actor';
import { appendAudit } from '@/lib/accounts/audit';
import { transaction } from '@/lib/platform/database';
import { auditOf, lockAd } from './ad-store';
import { adErrors } from './errors';
import { forgetCandidates } from './find-candidates';
import { decisionOf, getAd } from './queries/get-ad';
import { ownerSeenBy, stateOf } from './rules';
import type { Ad } from './schema';

export type Decide = By & { id: number };
type Decision = { to: 'open' | 'paused' | 'ended'; action: string };

/** Writes the advertiser's word down, once: an ad of which it was said before stays as it is. Errors: ads/not-found, ads/ended. */
export async function decideState({ id, actor, requestId, now }: Decide, { to, action }: Decision): Promise<Ad> {
  const decided = await transaction(async (tx) => {
    const before = await lockAd(tx, id, ownerSeenBy(actor));
    const ended = stateOf({ ...before, decided: decisionOf(before.state) }, now) === 'ended';
    if (ended && to !== 'ended') throw adErrors.ended();
    if (!ended && before.state !== to) {
      const [after] = await tx.update(ads).set({ state: to }).where(eq(ads.id, id)).returning();
      if (!after) throw adErrors.notFound();
      const pictures = { before: auditOf(before), after: auditOf(after) };
      await appendAudit(tx, { actor, action, subject: { kind: 'ad', id }, ...pictures, requestId });
    }
    return getAd(tx, { id, ownerId: null, now });
  });
  forgetCandidates();
  return decided;
}
