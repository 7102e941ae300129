import type { Tx } from '@/lib/platform/database';
import { type CouponVerdict, discountOf, judgeCoupon } from './rules';
import { lockCoupon } from './store';

type HoldCoupon = { memberId: string; couponId: number; productId: number; price: number; now: Date };
type Held = { ok: true; discount: number } | Exclude<CouponVerdict, { ok: true }>;

/** Holds a member's coupon for this transaction and says what comes off the price, or why it cannot be used. */
export async function holdCoupon(tx: Tx, { memberId, couponId, productId, price, now }: HoldCoupon): Promise<Held> {
  const coupon = await lockCoupon(tx, memberId, couponId);
  const verdict = judgeCoupon(coupon, productId, now);
  if (!verdict.ok) return verdict;
  const kind = coupon?.discountKind === 'percent' ? 'percent' : 'points';
  return { ok: true, discount: discountOf({ kind, value: coupon?.discountValue ?? 0 }, price) };
}
