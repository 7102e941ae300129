import { z } from 'zod';
import { ImageAddress, idOfA, lineOf, linesOf, listOf, OpaqueId, paging, SearchText } from '@/lib/kernel/fields';

const count = (missing: string, most: number) =>
  z
    .number(missing)
    .int('is no whole number')
    .min(0, 'is below zero')
    .max(most, `is more than ${most.toLocaleString('en')}`);

const Name = lineOf('send a name', 100);
const Intro = linesOf('send what members read', 2000);
const MOST_POINTS = 1_000_000_000;
const Price = count('is missing; send the price in points', MOST_POINTS);
const Stock = count('is missing; send how many are for sale', 1_000_000);

export const ProductCreate = z.strictObject({
  name: Name,
  intro: Intro,
  price: Price,
  stock: Stock,
  imageUrl: ImageAddress.nullish(),
});
export type ProductCreate = z.infer<typeof ProductCreate>;

/** `stock` is how many are for sale from now on, whatever was sold before. */
export const ProductUpdate = z.strictObject({
  name: Name.optional(),
  intro: Intro.optional(),
  price: Price.optional(),
  stock: Stock.optional(),
  imageUrl: ImageAddress.nullish(),
  archived: z.boolean('is neither true nor false').optional(),
});
export type ProductUpdate = z.infer<typeof ProductUpdate>;

/** `stock` is what is left, `sold` what members hold: refunded orders count no more. */
export const Product = z.object({
  id: z.number().int(),
  name: z.string(),
  intro: z.string(),
  price: z.number().int(),
  priceVersion: z.number().int(),
  stock: z.number().int(),
  sold: z.number().int(),
  imageUrl: z.string().nullable(),
  archived: z.boolean(),
  createdAt: z.string(),
});
export type Product = z.infer<typeof Product>;
export const ProductList = listOf(Product);
export type ProductList = z.infer<typeof ProductList>;
export const ProductQuery = z.object({
  search: SearchText.optional(),
  /** Members see what is on sale, whatever they ask for. */
  state: z.enum(['on-sale', 'archived', 'all'], 'is none of on-sale, archived, all').default('on-sale'),
  ...paging(),
});
export type ProductQuery = z.infer<typeof ProductQuery>;
export const ProductPath = z.object({ id: z.string() });

/** Prices, the newest first. */
export const ProductDetail = Product.extend({
  prices: z.array(z.object({ version: z.number().int(), price: z.number().int(), since: z.string() })),
});
export type ProductDetail = z.infer<typeof ProductDetail>;

/** What partners read of a product. */
export const OpenProduct = Product.pick({
  id: true,
  name: true,
  intro: true,
  price: true,
  stock: true,
  imageUrl: true,
});
export type OpenProduct = z.infer<typeof OpenProduct>;
export const OpenProductList = listOf(OpenProduct);
export const OpenProductQuery = ProductQuery.pick({ search: true, limit: true, cursor: true });

/** `memberId` may be left out by a member's own session. `price` is the price that the member saw; another one is refused. */
export const OrderPlace = z
  .strictObject({
    memberId: OpaqueId.optional(),
    couponId: idOfA('coupon').nullish(),
    price: Price.optional(),
  })
  .default({});

export const OrderPlaced = z.object({
  id: z.number().int(),
  voucherCode: z.string(),
  paid: z.number().int(),
  balance: z.number().int(),
});
export type OrderPlaced = z.infer<typeof OrderPlaced>;

export const VOUCHER_STATES = ['valid', 'redeemed', 'void'] as const;

/** An order with name and price as they were. */
export const Order = z.object({
  id: z.number().int(),
  memberId: z.string(),
  productId: z.number().int(),
  productName: z.string(),
  imageUrl: z.string().nullable(),
  price: z.number().int(),
  discount: z.number().int(),
  paid: z.number().int(),
  couponId: z.number().int().nullable(),
  voucherCode: z.string(),
  voucherState: z.enum(VOUCHER_STATES),
  orderedAt: z.string(),
  redeemedAt: z.string().nullable(),
  refundedAt: z.string().nullable(),
  refundReason: z.string().nullable(),
});
export type Order = z.infer<typeof Order>;
export const OrderList = listOf(Order);
export type OrderList = z.infer<typeof OrderList>;
export const OrderQuery = z.object({
  productId: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
  memberId: OpaqueId.optional(),
  ...paging(),
});
export type OrderQuery = z.infer<typeof OrderQuery>;
export const MemberOrderQuery = OrderQuery.omit({ memberId: true });
export const OrderPath = z.object({ id: z.string() });
export const OrderRefund = z.strictObject({
  reason: lineOf('say why', 200),
});

export const VoucherPath = z.object({ code: z.string() });
/** `redeemAddress` is what its QR code says. */
export const Voucher = z.object({
  code: z.string(),
  orderId: z.number().int(),
  memberId: z.string(),
  productName: z.string(),
  imageUrl: z.string().nullable(),
  paid: z.number().int(),
  state: z.enum(VOUCHER_STATES),
  issuedAt: z.string(),
  redeemedAt: z.string().nullable(),
  redeemedBy: z.string().nullable(),
  voidedAt: z.string().nullable(),
});
export type Voucher = z.infer<typeof Voucher>;
