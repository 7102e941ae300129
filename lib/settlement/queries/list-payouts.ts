import { idInCursor } from '@/lib/kernel/id-in-cursor';
import { type Page, pageOf } from '@/lib/kernel/page';
import { db } from '@/lib/platform/database';
import { PAYOUT_ROWS, type PayoutRow, payoutOf } from '../payout-row';
import type { Payout, PayoutQuery } from '../payout-schema';

/** Payouts, the latest first. */
export async function listPayouts({ state, month, limit, cursor }: PayoutQuery): Promise<Page<Payout>> {
  const before = cursor === undefined ? null : idInCursor(cursor);
  const { rows } = await db().$client.query<PayoutRow>(
    `${PAYOUT_ROWS} where ($1::text is null or p.state = $1) and ($2::date is null or p.month = $2)
       and ($3::bigint is null or p.id < $3) order by p.id desc limit $4`,
    [state ?? null, month ?? null, before, limit + 1],
  );
  return pageOf(rows.map(payoutOf), limit, (row) => [row.id]);
}
