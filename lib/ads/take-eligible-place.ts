import { clientTransaction } from '@/lib/platform/client-transaction';
import { db } from '@/lib/platform/database';
import { type Condition, findUnmet } from './conditions';
import { findHistory } from './queries/find-history';
import type { Participation } from './schema';
import { takePlaces, type Wish } from './store';

type NotEligible = { ok: false; reason: 'not-eligible'; condition: Condition; detail: string };

/**
 * Takes one place of an ad with conditions. One at a time for each member: otherwise somebody could be a first-time
 * participant twice, of two ads at once (ads rule 2). Null when there was no place to have.
 */
export async function takeEligiblePlace(
  wish: Wish,
  eligibility: readonly Condition[],
): Promise<Participation | NotEligible | null> {
  return clientTransaction(db(), async (client) => {
    await client.query('select pg_advisory_xact_lock($1, hashtext($2))', [LOCK_SPACE, wish.memberId]);
    const unmet = findUnmet(eligibility, await findHistory(client, wish.memberId, eligibility));
    if (unmet) return { ok: false, reason: 'not-eligible', ...unmet };
    const [taken = null] = await takePlaces(client, [wish]);
    return taken;
  });
}

/** First of the two numbers of our advisory locks on members. */
const LOCK_SPACE = 4_201;
