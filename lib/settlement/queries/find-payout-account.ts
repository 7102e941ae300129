import { eq } from 'drizzle-orm';
import { payoutAccounts } from '@/db/schema/payouts';
import { type Db, db } from '@/lib/platform/database';
import type { PayoutAccount } from '../account-schema';

/** Where a creator is paid, with the number's last 4 digits; null while there is none. */
export async function findPayoutAccount(creatorId: number, from: Db = db()): Promise<PayoutAccount | null> {
  const [row] = await from.select().from(payoutAccounts).where(eq(payoutAccounts.creatorId, creatorId));
  if (!row) return null;
  const { bank, last4, holder, businessNumber, changedAt } = row;
  const payee = row.payee === 'business' ? 'business' : 'individual';
  return { bank, last4, holder, payee, businessNumber, changedAt: changedAt.toISOString() };
}
