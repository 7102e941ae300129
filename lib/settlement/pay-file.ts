import { sql } from 'drizzle-orm';
import type { By } from '@/lib/accounts/actor';
import { appendAudit } from '@/lib/accounts/audit';
import { transaction } from '@/lib/platform/database';
import { payoutErrors } from './payout-errors';
import type { PaidFile } from './payout-schema';

type Sum = { count: number; amount: number };

/**
 * Writes down that a bank file was paid: every payout in it that is still approved. Those that were held since are not.
 * Errors: settlement/payout-file-not-found.
 */
export async function payFile({ reference, ...by }: By & { reference: string }): Promise<PaidFile> {
  return transaction(async (tx) => {
    const { rows } = await tx.execute<Sum>(sql`with done as (
      update payouts set state = 'paid', paid_at = ${by.now.toISOString()}::timestamptz, paid_reference = ${reference}
      where file = ${reference} and state = 'approved' returning amount_won
    ) select count(*) as count, coalesce(sum(amount_won), 0)::bigint as amount from done`);
    const left = await tx.execute<Sum & { known: number }>(sql`select count(*) as known,
      count(*) filter (where state <> 'paid') as count,
      coalesce(sum(amount_won) filter (where state <> 'paid'), 0)::bigint as amount from payouts where file = ${reference}`);
    const paid = rows[0] ?? { count: 0, amount: 0 };
    const { known = 0, ...rest } = left.rows[0] ?? { count: 0, amount: 0 };
    if (known === 0) throw payoutErrors.fileNotFound();
    const subject = { kind: 'payout-file', id: reference };
    if (paid.count > 0) await appendAudit(tx, { ...by, action: 'payouts.paid', subject, after: paid });
    return { paid, left: rest };
  });
}
