import { db } from '@/lib/platform/database';
import { payoutErrors } from '../payout-errors';
import { PAYOUT_ROWS, type PayoutRow, payoutOf } from '../payout-row';
import type { Payout } from '../payout-schema';

/** One payout. Errors: settlement/payout-not-found. */
export async function getPayout(id: number): Promise<Payout> {
  const { rows } = await db().$client.query<PayoutRow>(`${PAYOUT_ROWS} where p.id = $1`, [id]);
  if (!rows[0]) throw payoutErrors.payoutNotFound();
  return payoutOf(rows[0]);
}
