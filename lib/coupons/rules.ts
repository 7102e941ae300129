import type { CouponState, Discount } from './schema';

type Standing = { usedAt: Date | null; expiresAt: Date | null };

/** A coupon is used for good, or until a refund; otherwise it can be used before the moment it expires. */
export function couponState({ usedAt, expiresAt }: Standing, now: Date): CouponState {
  if (usedAt !== null) return 'used';
  return expiresAt !== null && expiresAt <= now ? 'expired' : 'issued';
}

/** What comes off a price: whole points, the fraction of a percentage dropped, never more than the price. */
export function discountOf({ kind, value }: Discount, price: number): number {
  return Math.min(price, kind === 'percent' ? Math.floor((price * value) / 100) : value);
}

export type CouponVerdict =
  | { ok: true }
  | { ok: false; reason: 'unknown' | 'used' | 'expired' | 'other-product'; detail: string };

/** Whether a coupon can be used for a product now (points rule 6); null is none of this member's. */
export function judgeCoupon(coupon: Judged | null, productId: number, now: Date): CouponVerdict {
  if (coupon === null) return { ok: false, reason: 'unknown', detail: 'The member has no such coupon.' };
  const state = couponState(coupon, now);
  if (state === 'used') return { ok: false, reason: 'used', detail: 'It was used before, and a coupon is used once.' };
  if (state === 'expired')
    return { ok: false, reason: 'expired', detail: `It could be used until ${coupon.expiresAt?.toISOString()}.` };
  if (coupon.productIds !== null && !coupon.productIds.includes(productId))
    return { ok: false, reason: 'other-product', detail: `It is for the products ${coupon.productIds.join(', ')}.` };
  return { ok: true };
}

type Judged = Standing & { productIds: readonly number[] | null };
