import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { identity, instant, int8 } from '../columns';

/**
 * Discount coupons, one a member and post (points rule 4). Used while `order_id` names the order it was used in; a refund
 * gives it back. Expired follows from `expires_at` and the clock.
 */
export const coupons = pgTable(
  'coupons',
  {
    id: identity('coupons_id_seq'),
    memberId: text('member_id').notNull(),
    postId: int8('post_id').notNull(),
    issuedAt: instant('issued_at').notNull(),
    /** Null is for good. */
    expiresAt: instant('expires_at'),
    usedAt: instant('used_at'),
    orderId: int8('order_id'),
    discountValue: integer('discount_value').notNull(),
    discountKind: text('discount_kind').notNull(),
    /** Null is any product. */
    productIds: int8('product_ids').array(),
  },
  (t) => [
    primaryKey({ name: 'coupons_pkey', columns: [t.memberId, t.id] }),
    uniqueIndex('coupons_post_key').on(t.memberId, t.postId),
    index('coupons_post_idx').on(t.postId), // the coupons of an offer
    index('coupons_order_idx').on(t.orderId).where(sql`order_id is not null`), // used once, in one order
    check('coupons_used', sql`(${t.usedAt} is null) = (${t.orderId} is null)`),
    check(
      'coupons_discount',
      sql`${t.discountValue} >= 1 and (${t.discountKind} = 'points' or (${t.discountKind} = 'percent' and ${t.discountValue} <= 100))`,
    ),
    check('coupons_member_id_length', sql`char_length(${t.memberId}) between 1 and 64`),
  ],
);
