import { and, eq } from 'drizzle-orm';
import { coupons } from '@/db/schema/coupons';
import type { Tx } from '@/lib/platform/database';

/** Gives the coupon of an order back, as a refund does; one that has expired meanwhile comes back expired. */
export async function giveBackCoupon(
  tx: Tx,
  { memberId, orderId }: { memberId: string; orderId: number },
): Promise<void> {
  await tx
    .update(coupons)
    .set({ usedAt: null, orderId: null })
    .where(and(eq(coupons.memberId, memberId), eq(coupons.orderId, orderId)));
}
