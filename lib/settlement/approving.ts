import { sql } from 'drizzle-orm';

/** Approves pending payouts of creators with an account, and freezes that account; to be narrowed by `and`. */
export const approving = (now: Date) => sql`update payouts p
  set state = 'approved', approved_at = ${now.toISOString()}::timestamptz, bank = a.bank, sealed_number = a.sealed_number,
    last4 = a.last4, holder = a.holder
  from payout_accounts a where a.creator_id = p.creator_id and p.state = 'pending'`;
