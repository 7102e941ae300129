import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { identity, instant, int8 } from '../columns';

/**
 * What members buy with points. `sold` of `supply` are in members' hands; what is left is for sale. `sold` moves with
 * every order and is in no index. Price and version are those of now; `product_prices` has them all.
 */
export const products = pgTable(
  'products',
  {
    id: identity('products_id_seq'),
    createdAt: instant('created_at').notNull(),
    archivedAt: instant('archived_at'),
    price: integer('price').notNull(),
    priceVersion: integer('price_version').notNull().default(1),
    supply: integer('supply').notNull(),
    sold: integer('sold').notNull().default(0),
    name: text('name').notNull(),
    intro: text('intro').notNull(),
    /** Of an uploaded picture. */
    imageKey: text('image_key'),
    /** Of a picture that lies elsewhere. */
    imageUrl: text('image_url'),
  },
  (t) => [
    primaryKey({ name: 'products_pkey', columns: [t.id] }),
    index('products_on_sale_idx').on(t.id).where(sql`archived_at is null`), // the shop
    check('products_price', sql`${t.price} between 0 and 1000000000`),
    check('products_sold', sql`${t.sold} between 0 and ${t.supply}`),
    check('products_one_image', sql`${t.imageKey} is null or ${t.imageUrl} is null`),
  ],
);

/** Prices a product has had; a version is never edited, and an order names the one it paid. */
export const productPrices = pgTable(
  'product_prices',
  {
    productId: int8('product_id').notNull(),
    version: integer('version').notNull(),
    price: integer('price').notNull(),
    since: instant('since').notNull(),
  },
  (t) => [
    primaryKey({ name: 'product_prices_pkey', columns: [t.productId, t.version] }),
    foreignKey({ name: 'product_prices_product_id_fkey', columns: [t.productId], foreignColumns: [products.id] }),
    check('product_prices_version', sql`${t.version} >= 1`),
    check('product_prices_price', sql`${t.price} between 0 and 1000000000`),
  ],
);

/** What members bought, with name and price as they were. `paid` is the price less the coupon's discount. */
export const orders = pgTable(
  'orders',
  {
    id: identity('orders_id_seq'),
    memberId: text('member_id').notNull(),
    productId: int8('product_id').notNull(),
    orderedAt: instant('ordered_at').notNull(),
    refundedAt: instant('refunded_at'),
    /** Null without one. */
    couponId: int8('coupon_id'),
    price: integer('price').notNull(),
    priceVersion: integer('price_version').notNull(),
    discount: integer('discount').notNull(),
    paid: integer('paid').notNull(),
    productName: text('product_name').notNull(),
    voucherCode: text('voucher_code').notNull(),
    refundReason: text('refund_reason'),
  },
  (t) => [
    primaryKey({ name: 'orders_pkey', columns: [t.memberId, t.id] }),
    index('orders_id_idx').on(t.id), // all orders, newest first, and one by its id
    index('orders_product_idx').on(t.productId, t.id), // the orders of a product
    check('orders_paid', sql`${t.paid} = ${t.price} - ${t.discount} and ${t.discount} between 0 and ${t.price}`),
    check('orders_refund', sql`(${t.refundedAt} is null) = (${t.refundReason} is null)`),
    check('orders_coupon', sql`${t.couponId} is not null or ${t.discount} = 0`),
  ],
);

/** What a member shows at the counter, one an order, found by its code alone; redeemed once, or void by a refund. */
export const vouchers = pgTable(
  'vouchers',
  {
    code: text('code').notNull(),
    memberId: text('member_id').notNull(),
    orderId: int8('order_id').notNull(),
    issuedAt: instant('issued_at').notNull(),
    redeemedAt: instant('redeemed_at'),
    voidedAt: instant('voided_at'),
    /** Name of the person or program that redeemed it. */
    redeemedBy: text('redeemed_by'),
  },
  (t) => [
    primaryKey({ name: 'vouchers_pkey', columns: [t.code] }),
    index('vouchers_order_idx').on(t.orderId), // the voucher of an order
    check('vouchers_code', sql`${t.code} ~ '^[0-9A-HJKMNP-TV-Z]{16}$'`),
    check('vouchers_redeemed', sql`(${t.redeemedAt} is null) = (${t.redeemedBy} is null)`),
    check('vouchers_one_end', sql`${t.redeemedAt} is null or ${t.voidedAt} is null`),
  ],
);
