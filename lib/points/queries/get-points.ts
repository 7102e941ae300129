import { db } from '@/lib/platform/database';
import type { Points } from '../schema';

/** What a member has in the ledger, and what was promised and is not paid yet; zeros for whoever has nothing. */
export async function getPoints(memberId: string): Promise<Points> {
  const { rows } = await db().$client.query<Points>({
    name: 'get-points',
    text: `select coalesce((select balance from point_balances where member_id = $1), 0) as balance,
      coalesce((select sum(amount) from point_accruals where member_id = $1 and accrued_at is null), 0)::bigint as pending`,
    values: [memberId],
  });
  return rows[0] ?? { balance: 0, pending: 0 };
}
