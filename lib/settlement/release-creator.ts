import { sql } from 'drizzle-orm';
import type { By } from '@/lib/accounts/actor';
import { appendAudit } from '@/lib/accounts/audit';
import { transaction } from '@/lib/platform/database';
import { getPayee } from './get-payee';
import { holdOrderOfPayouts } from './hold-order-of-payouts';
import { payoutErrors } from './payout-errors';
import type { CreatorPayee } from './payout-schema';

/**
 * Lifts the hold of a creator: payouts that it held return to their states, those held one by one stay held.
 * Errors: settlement/payee-not-found, settlement/creator-not-held.
 */
export async function releaseCreator({ creatorId, ...by }: By & { creatorId: number }): Promise<CreatorPayee> {
  return transaction(async (tx) => {
    await holdOrderOfPayouts(tx);
    const { hold } = await getPayee(creatorId, tx);
    if (!hold) throw payoutErrors.creatorNotHeld();
    await tx.execute(sql`with lifted as (
      update creator_holds set lifted_at = ${by.now.toISOString()}::timestamptz
      where creator_id = ${creatorId} and lifted_at is null returning id
    )
    update payouts set state = held_from, held_from = null, held_reason = null, hold_id = null, file = null
    where hold_id in (select id from lifted) and state = 'held'`);
    const subject = { kind: 'creator', id: creatorId };
    await appendAudit(tx, { ...by, action: 'creator.released', subject, before: { reason: hold.reason } });
    return getPayee(creatorId, tx);
  });
}
