import { eq } from 'drizzle-orm';
import { pointBalances } from '@/db/schema/points';
import { DomainError } from '@/lib/kernel/error';
import type { Tx } from '@/lib/platform/database';
import { transfer } from '@/lib/points/transfer';
import { shopErrors } from './errors';
import type { OrderRow } from './store';

/** Takes what an order costs from the member's wallet; the balance after it. Equal is enough. Error: shop/insufficient-points. */
export async function payOrder(tx: Tx, { id, memberId, paid, orderedAt: now }: OrderRow): Promise<number> {
  const reference = `order:${id}`;
  if (paid > 0)
    await transfer(tx, { memberId, reference, kind: 'order', amount: -paid, account: 'shop', now }).catch(
      async (error) => {
        if (!(error instanceof DomainError) || error.code !== 'points/insufficient') throw error;
        throw shopErrors.insufficientPoints(await balanceOf(tx, memberId), paid);
      },
    );
  return balanceOf(tx, memberId);
}

/** In the transaction that holds the balance, so it is the one that was judged. */
async function balanceOf(tx: Tx, memberId: string): Promise<number> {
  const [row] = await tx
    .select({ balance: pointBalances.balance })
    .from(pointBalances)
    .where(eq(pointBalances.memberId, memberId));
  return row?.balance ?? 0;
}
