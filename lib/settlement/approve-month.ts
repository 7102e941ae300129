import { sql } from 'drizzle-orm';
import type { By } from '@/lib/accounts/actor';
import { appendAudit } from '@/lib/accounts/audit';
import { transaction } from '@/lib/platform/database';
import { approving } from './approving';
import { type Month, monthText } from './month';
import type { ApprovedMonth } from './payout-schema';

type Sum = { count: number; amount: number };

/** Approves every pending payout of a month that has an account; the others stay pending and are told. */
export async function approveMonth({ month, ...by }: By & { month: Month }): Promise<ApprovedMonth> {
  return transaction(async (tx) => {
    const { rows } = await tx.execute<Sum>(sql`with done as (
      ${approving(by.now)} and p.month = ${month} returning p.amount_won
    ) select count(*) as count, coalesce(sum(amount_won), 0)::bigint as amount from done`);
    const left = await tx.execute<Sum>(sql`select count(*) as count, coalesce(sum(amount_won), 0)::bigint as amount
      from payouts where month = ${month} and state = 'pending'`);
    const none = { count: 0, amount: 0 };
    const approved = rows[0] ?? none;
    const subject = { kind: 'settlement-month', id: monthText(month) };
    if (approved.count > 0) await appendAudit(tx, { ...by, action: 'payouts.approved', subject, after: approved });
    return { approved, noAccount: left.rows[0] ?? none };
  });
}
