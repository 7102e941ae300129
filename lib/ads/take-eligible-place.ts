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
  const client = await db().$client.connect();
  let broken = true;
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1, hashtext($2))', [LOCK_SPACE, wish.memberId]);
    const unmet = findUnmet(eligibility, await findHistory(client, wish.memberId, eligibility));
    const [taken = null] = unmet ? [] : await takePlaces(client, [wish]);
    await client.query('commit');
    broken = false;
    return unmet ? { ok: false, reason: 'not-eligible', ...unmet } : taken;
  } finally {
    client.release(broken); // a connection that failed half-way is thrown away, and its transaction with it
  }
}

/** First of the two numbers of our advisory locks on members. */
const LOCK_SPACE = 4_201;
