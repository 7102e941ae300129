import { type Month, monthText } from './month';
import type { Payout } from './payout-schema';
import { statementId } from './statement-id';

/** What `payoutOf` reads; to be followed by a `where`. */
export const PAYOUT_ROWS = `select p.id, p.creator_id as "creatorId", p.month, p.amount_won as amount, p.state,
  p.held_from as "heldFrom", p.hold_id is not null as "creatorHeld",
  case when p.state = 'pending' and a.creator_id is null then 'no-account' else p.held_reason end as reason,
  coalesce(p.bank, a.bank) as bank, coalesce(p.last4, a.last4) as last4, coalesce(p.holder, a.holder) as holder,
  p.file, p.paid_reference as reference, p.approved_at as "approvedAt", p.paid_at as "paidAt",
  coalesce(u.name, u.email, '') as name
from payouts p left join payout_accounts a using (creator_id) left join users u on u.id = p.creator_id`;

export type PayoutRow = Pick<
  Payout,
  'id' | 'amount' | 'state' | 'heldFrom' | 'creatorHeld' | 'reason' | 'file' | 'reference'
> & {
  creatorId: number;
  month: Month;
  bank: string | null;
  last4: string | null;
  holder: string | null;
  approvedAt: Date | null;
  paidAt: Date | null;
  name: string;
};

/** A row of `PAYOUT_ROWS` as the door shows it. */
export function payoutOf(row: PayoutRow): Payout {
  const { creatorId, month, bank, last4, holder, name, approvedAt, paidAt, ...rest } = row;
  return {
    ...rest,
    statementId: statementId(row),
    month: monthText(month),
    creator: { id: creatorId, name },
    account: bank && last4 && holder ? { bank, last4, holder } : null,
    approvedAt: approvedAt?.toISOString() ?? null,
    paidAt: paidAt?.toISOString() ?? null,
  };
}
