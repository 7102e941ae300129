import { orders, vouchers } from '@/db/schema/shop';
import { holdCoupon } from '@/lib/coupons/hold-coupon';
import { spendCoupon } from '@/lib/coupons/spend-coupon';
import type { Locale } from '@/lib/kernel/locale';
import { type Tx, transaction } from '@/lib/platform/database';
import type { FirstAnswer } from '@/lib/platform/first-answer';
import { Overloaded } from '@/lib/platform/gather';
import { keepAnswerIn } from '@/lib/platform/keep-answer-in';
import { announceOrder } from './announce-order';
import { shopErrors } from './errors';
import { payOrder } from './pay-order';
import { judgeSale } from './rules';
import type { OrderPlaced } from './schema';
import { type OrderRow, type ProductRow, readProduct, takeOne } from './store';
import { voucherCode } from './voucher-code';

export type PlaceOrder = {
  productId: number;
  memberId: string;
  couponId: number | null;
  /** The price that the member saw; null for any. */
  seenPrice: number | null;
  locale: Locale;
  now: Date;
  answer: FirstAnswer | null;
};

/**
 * Buys a product with a member's points: ledger, stock, coupon, order, voucher, mail and notice are one transaction
 * (points rule 6). Resolves after the commit. Errors: shop/product-not-found, shop/not-on-sale, shop/price-changed,
 * shop/sold-out, shop/coupon-not-usable, shop/insufficient-points.
 */
export async function placeOrder(wanted: PlaceOrder): Promise<OrderPlaced> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const placed = await transaction((tx) => buy(tx, wanted)).catch((error) => {
      if (error instanceof Overtaken) return null;
      throw error;
    });
    if (placed) return placed;
  }
  throw new Overloaded('the product changes faster than it can be bought');
}

const ATTEMPTS = 5;

/** Somebody archived the product, or took the last one, after it was judged; all is undone, and judged again. */
class Overtaken extends Error {}

// What is the member's own comes first, and the product, which everybody wants, last: so it is held for the shortest time.
async function buy(tx: Tx, wanted: PlaceOrder): Promise<OrderPlaced> {
  const { memberId, couponId, locale, now } = wanted;
  const product = await readProduct(tx, wanted.productId);
  refuse(product, wanted.seenPrice);
  const discount = await discountOf(tx, product, wanted);
  const order = await insertOrder(tx, { product, discount, wanted });
  const balance = await payOrder(tx, order);
  if (couponId !== null) await spendCoupon(tx, { memberId, couponId, orderId: order.id, now });
  await tx.insert(vouchers).values({ code: order.voucherCode, memberId, orderId: order.id, issuedAt: now });
  await announceOrder(tx, { order, balance, locale });
  const { id, voucherCode: code, paid } = order;
  const placed = { id, voucherCode: code, paid, balance };
  await keepAnswerIn(tx, wanted.answer, { status: 201, body: placed, now });
  if (!(await takeOne(tx, product.id))) throw new Overtaken();
  return placed;
}

function refuse(product: ProductRow, seenPrice: number | null): void {
  const verdict = judgeSale(product, seenPrice);
  if (verdict.ok) return;
  if (verdict.reason === 'not-on-sale') throw shopErrors.notOnSale();
  throw verdict.reason === 'sold-out' ? shopErrors.soldOut() : shopErrors.priceChanged(product.price);
}

async function discountOf(tx: Tx, product: ProductRow, { memberId, couponId, now }: PlaceOrder): Promise<number> {
  if (couponId === null) return 0;
  const held = await holdCoupon(tx, { memberId, couponId, productId: product.id, price: product.price, now });
  if (!held.ok) throw shopErrors.couponNotUsable(held.reason, held.detail);
  return held.discount;
}

type Ordered = { product: ProductRow; discount: number; wanted: PlaceOrder };

async function insertOrder(tx: Tx, { product, discount, wanted }: Ordered): Promise<OrderRow> {
  const { id: productId, name: productName, price, priceVersion } = product;
  const { memberId, couponId, now } = wanted;
  const [order] = await tx
    .insert(orders)
    .values({
      memberId,
      productId,
      productName,
      price,
      priceVersion,
      discount,
      paid: price - discount,
      couponId,
      orderedAt: now,
      voucherCode: voucherCode(),
    })
    .returning();
  if (!order) throw new Error('the order was not inserted');
  return order;
}
