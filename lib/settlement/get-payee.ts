import { sql } from 'drizzle-orm';
import { type Db, db } from '@/lib/platform/database';
import { payoutErrors } from './payout-errors';
import type { CreatorPayee } from './payout-schema';
import { findPayoutAccount } from './queries/find-payout-account';

type Row = { id: number; name: string; email: string; reason: string | null; heldBy: string; heldAt: string };

/** A creator, where they are paid and whether they are held. Errors: settlement/payee-not-found. */
export async function getPayee(id: number, from: Db = db()): Promise<CreatorPayee> {
  const { rows } = await from.execute<Row>(sql`select u.id, coalesce(u.name, u.email) as name, u.email, h.reason,
      h.held_by as "heldBy", to_char(h.held_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "heldAt"
    from users u left join creator_holds h on h.creator_id = u.id and h.lifted_at is null
    where u.id = ${id} and (
      exists (select from user_roles r where r.user_id = u.id and r.role = 'creator')
      or exists (select from statements s where s.creator_id = u.id))`);
  const [row] = rows;
  if (!row) throw payoutErrors.payeeNotFound();
  const { name, email, reason, heldBy, heldAt } = row;
  return {
    id,
    name,
    email,
    account: await findPayoutAccount(id, from),
    hold: reason ? { reason, heldBy, heldAt } : null,
  };
}
