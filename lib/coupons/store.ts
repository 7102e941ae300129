import { and, eq } from 'drizzle-orm';
import { coupons } from '@/db/schema/coupons';
import type { Tx } from '@/lib/platform/database';

export type CouponRow = typeof coupons.$inferSelect;

/** A member's coupon, held until the transaction ends, so that nobody else uses it; null when there is none of theirs. */
export async function lockCoupon(tx: Tx, memberId: string, couponId: number): Promise<CouponRow | null> {
  const [row] = await tx
    .select()
    .from(coupons)
    .where(and(eq(coupons.memberId, memberId), eq(coupons.id, couponId)))
    .for('update');
  return row ?? null;
}
