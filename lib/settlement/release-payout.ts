import { sql } from 'drizzle-orm';
import type { By } from '@/lib/accounts/actor';
import type { Tx } from '@/lib/platform/database';
import { changePayout } from './change-payout';
import { holdOrderOfPayouts } from './hold-order-of-payouts';
import { payoutErrors } from './payout-errors';
import type { Payout } from './payout-schema';

/**
 * Gives a held payout back the state that it was held from, unless its creator is held. It goes into the next bank file,
 * as it is not paid with the one that it was in.
 * Errors: settlement/payout-not-found, settlement/payout-state, settlement/creator-held.
 */
export function releasePayout({ id, ...by }: By & { id: number }): Promise<Payout> {
  return changePayout({
    ...by,
    id,
    from: ['held'],
    before: (tx) => refuseHeldCreator(tx, id),
    update: sql`update payouts set state = held_from, held_from = null, held_reason = null, file = null
      where id = ${id} and state = 'held' returning id`,
    action: 'payout.released',
    after: { state: 'released' },
  });
}

async function refuseHeldCreator(tx: Tx, id: number): Promise<void> {
  await holdOrderOfPayouts(tx);
  const { rows } = await tx.execute<{ reason: string }>(sql`select h.reason from payouts p
    join creator_holds h on h.creator_id = p.creator_id and h.lifted_at is null where p.id = ${id} and p.state = 'held'`);
  if (rows[0]) throw payoutErrors.creatorHeld(rows[0].reason);
}
