import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/**
 * Discount coupons, one a member and post (points rule 4). Used while `order_id` names the order it was used in; a refund
 * gives it back. Expired follows from `expires_at` and the clock.
 */
export const coupons = pgTable(
  'coupons',
  {
    id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity({ name: 'coupons_id_seq' }),
    memberId: text('member_id').notNull(),
    postId: bigint('post_id', { mode: 'number' }).notNull(),
    issuedAt: instant('issued_at').notNull(),
    /** Null is for good. */
    expiresAt: instant('expires_at'),
    usedAt: instant('used_at'),
    orderId: bigint('order_id', { mode: 'number' }),
    discountValue: integer('discount_value').notNull(),
    discountKind: text('discount_kind').notNull(),
    /** Null is any product. */
    productIds: bigint('product_ids', { mode: 'number' }).array(),
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
