import { sql } from 'drizzle-orm';
import type { By } from '@/lib/accounts/actor';
import { changePayout, isIn } from './change-payout';
import type { Payout } from './payout-schema';

const FROM = ['pending', 'approved'] as const;

/**
 * Holds a payout that is not paid, with a reason that its creator sees.
 * Errors: settlement/payout-not-found, settlement/payout-state.
 */
export function holdPayout({ id, reason, ...by }: By & { id: number; reason: string }): Promise<Payout> {
  return changePayout({
    ...by,
    id,
    from: FROM,
    update: sql`update payouts set held_from = state, state = 'held', held_reason = ${reason}
      where id = ${id} and ${isIn(FROM)} returning id`,
    action: 'payout.held',
    after: { state: 'held', reason },
  });
}
