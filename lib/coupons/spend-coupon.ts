import { and, eq, isNull } from 'drizzle-orm';
import { coupons } from '@/db/schema/coupons';
import type { Tx } from '@/lib/platform/database';

type SpendCoupon = { memberId: string; couponId: number; orderId: number; now: Date };

/** Marks a held coupon as used in an order. Throws when it was used already, which `holdCoupon` rules out. */
export async function spendCoupon(tx: Tx, { memberId, couponId, orderId, now }: SpendCoupon): Promise<void> {
  const { rowCount } = await tx
    .update(coupons)
    .set({ usedAt: now, orderId })
    .where(and(eq(coupons.memberId, memberId), eq(coupons.id, couponId), isNull(coupons.orderId)));
  if (rowCount !== 1) throw new Error(`coupon ${couponId} of member ${memberId} was not held`);
}
