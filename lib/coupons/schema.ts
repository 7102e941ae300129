import { z } from 'zod';
import { listOf, paging } from '@/lib/kernel/fields';

/** `percent`: of the price, the fraction dropped. `points`: so many, the price at most. */
export const Discount = z
  .strictObject({
    kind: z.enum(['percent', 'points'], 'is neither percent nor points'),
    value: z
      .number('is missing; send a whole number')
      .int('is no whole number')
      .min(1, 'is less than one')
      .max(1_000_000, 'is more than 1,000,000'),
  })
  .refine(({ kind, value }) => kind === 'points' || value <= 100, { message: 'is more than 100 %', path: ['value'] });
export type Discount = z.infer<typeof Discount>;

export const COUPON_STATES = ['issued', 'used', 'expired'] as const;
export type CouponState = (typeof COUPON_STATES)[number];

/** A member's coupon; `productIds` null is any product, `expiresAt` null is for good. */
export const Coupon = z.object({
  id: z.number().int(),
  memberId: z.string(),
  postId: z.number().int(),
  discount: z.object({ kind: z.enum(['percent', 'points']), value: z.number().int() }),
  productIds: z.array(z.number().int()).nullable(),
  state: z.enum(COUPON_STATES),
  issuedAt: z.string(),
  expiresAt: z.string().nullable(),
  usedAt: z.string().nullable(),
  orderId: z.number().int().nullable(),
});
export type Coupon = z.infer<typeof Coupon>;
export const CouponList = listOf(Coupon);
export type CouponList = z.infer<typeof CouponList>;
export const CouponQuery = z.object({
  state: z.enum(COUPON_STATES, `is none of ${COUPON_STATES.join(', ')}`).optional(),
  ...paging(),
});
export type CouponQuery = z.infer<typeof CouponQuery>;
