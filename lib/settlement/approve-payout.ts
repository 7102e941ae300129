import { sql } from 'drizzle-orm';
import type { By } from '@/lib/accounts/actor';
import { approving } from './approving';
import { changePayout } from './change-payout';
import { payoutErrors } from './payout-errors';
import type { Payout } from './payout-schema';

/**
 * Approves a pending payout, which keeps the account of now from then on.
 * Errors: settlement/payout-not-found, settlement/payout-state, settlement/no-payout-account.
 */
export function approvePayout({ id, ...by }: By & { id: number }): Promise<Payout> {
  return changePayout({
    ...by,
    id,
    from: ['pending'],
    update: sql`${approving(by.now)} and p.id = ${id} returning p.id`,
    action: 'payout.approved',
    after: { state: 'approved' },
    left: payoutErrors.noPayoutAccount(),
  });
}
