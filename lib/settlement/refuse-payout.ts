import { sql } from 'drizzle-orm';
import type { Tx } from '@/lib/platform/database';
import { payoutErrors } from './payout-errors';

/**
 * Throws why a payout did not change: it is not there, it is in another state than those wanted, or, being in it, the
 * refusal that is left. Errors: settlement/payout-not-found, settlement/payout-state.
 */
export async function refusePayout(tx: Tx, id: number, wanted: readonly string[], left?: Error): Promise<never> {
  const { rows } = await tx.execute<{ state: string }>(sql`select state from payouts where id = ${id}`);
  const state = rows[0]?.state;
  if (state === undefined) throw payoutErrors.payoutNotFound();
  throw left && wanted.includes(state) ? left : payoutErrors.payoutState(state);
}
