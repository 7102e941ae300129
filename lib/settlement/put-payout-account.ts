import { payoutAccounts } from '@/db/schema/payouts';
import type { By } from '@/lib/accounts/actor';
import { appendAudit } from '@/lib/accounts/audit';
import { transaction } from '@/lib/platform/database';
import type { PayoutAccount, PayoutAccountPut } from './account-schema';
import { findPayoutAccount } from './queries/find-payout-account';
import { sealNumber } from './seal-number';

type PutPayoutAccount = By & { creatorId: number; wanted: PayoutAccountPut };

/**
 * Says where a creator is paid from now on. Payouts that were approved keep the account of then. The audit log has all
 * but the number, of which it has the last 4 digits.
 */
export async function putPayoutAccount({ creatorId, wanted, ...by }: PutPayoutAccount): Promise<PayoutAccount> {
  const { number, businessNumber, ...plain } = wanted;
  const row = {
    ...plain,
    businessNumber: businessNumber || null, // hyphens alone are no number either
    last4: number.slice(-4),
    sealedNumber: sealNumber(creatorId, number),
    changedAt: by.now,
  };
  return transaction(async (tx) => {
    const before = await findPayoutAccount(creatorId, tx);
    const values = { creatorId, ...row };
    await tx.insert(payoutAccounts).values(values).onConflictDoUpdate({ target: payoutAccounts.creatorId, set: row });
    const { sealedNumber: _, ...shown } = row;
    const after = { ...shown, changedAt: by.now.toISOString() };
    const subject = { kind: 'payout-account', id: creatorId };
    await appendAudit(tx, { ...by, action: 'payout-account.changed', subject, before, after });
    return after;
  });
}
