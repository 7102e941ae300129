import { sql } from 'drizzle-orm';
import type { By } from '@/lib/accounts/actor';
import { appendAudit } from '@/lib/accounts/audit';
import { transaction } from '@/lib/platform/database';
import { getPayee } from './get-payee';
import { holdOrderOfPayouts } from './hold-order-of-payouts';
import { payoutErrors } from './payout-errors';
import type { CreatorPayee } from './payout-schema';

type HoldCreator = By & { creatorId: number; reason: string };

/**
 * Holds all payouts of a creator that are not paid, and those to come, until the creator is released.
 * Errors: settlement/payee-not-found, settlement/creator-held.
 */
export async function holdCreator({ creatorId, reason, ...by }: HoldCreator): Promise<CreatorPayee> {
  return transaction(async (tx) => {
    await holdOrderOfPayouts(tx);
    const { hold } = await getPayee(creatorId, tx);
    if (hold) throw payoutErrors.creatorHeld(hold.reason);
    await tx.execute(sql`with hold as (
      insert into creator_holds (creator_id, reason, held_by, held_at)
      values (${creatorId}, ${reason}, ${by.actor.name}, ${by.now.toISOString()}::timestamptz) returning id
    )
    update payouts set held_from = state, state = 'held', held_reason = ${reason}, hold_id = (select id from hold)
    where creator_id = ${creatorId} and state in ('pending', 'approved')`);
    const subject = { kind: 'creator', id: creatorId };
    await appendAudit(tx, { ...by, action: 'creator.held', subject, after: { reason } });
    return getPayee(creatorId, tx);
  });
}
