import { sql } from 'drizzle-orm';
import type { By } from '@/lib/accounts/actor';
import { changePayout } from './change-payout';
import type { Payout } from './payout-schema';

/**
 * Writes down that an approved payout was paid, and by which transfer.
 * Errors: settlement/payout-not-found, settlement/payout-state.
 */
export function payPayout({ id, reference, ...by }: By & { id: number; reference: string }): Promise<Payout> {
  return changePayout({
    ...by,
    id,
    from: ['approved'],
    update: sql`update payouts set state = 'paid', paid_at = ${by.now.toISOString()}::timestamptz, paid_reference = ${reference}
      where id = ${id} and state = 'approved' returning id`,
    action: 'payout.paid',
    after: { state: 'paid', reference },
  });
}
