import { and, desc, eq, lt } from 'drizzle-orm';
import { orders, products, vouchers } from '@/db/schema/shop';
import { imageAddress } from '@/lib/ads/image-address';
import { idInCursor } from '@/lib/kernel/id-in-cursor';
import { type Page, pageOf } from '@/lib/kernel/page';
import { type Db, db } from '@/lib/platform/database';
import { shopErrors } from '../errors';
import { voucherState } from '../rules';
import type { Order, OrderQuery } from '../schema';

/** Orders, newest first, of one member or of all. */
export async function listOrders({ memberId, productId, limit, cursor }: OrderQuery): Promise<Page<Order>> {
  const rows = await select(db())
    .where(
      and(
        memberId === undefined ? undefined : eq(orders.memberId, memberId),
        productId === undefined ? undefined : eq(orders.productId, productId),
        cursor === undefined ? undefined : lt(orders.id, idInCursor(cursor)),
      ),
    )
    .orderBy(desc(orders.id))
    .limit(limit + 1);
  return pageOf(rows.map(orderOf), limit, (order) => [order.id]);
}

/** Throws shop/order-not-found. */
export async function getOrder(tx: Db, id: number): Promise<Order> {
  const [row] = await select(tx).where(eq(orders.id, id));
  if (!row) throw shopErrors.orderNotFound();
  return orderOf(row);
}

const select = (tx: Db) =>
  tx
    .select({
      order: orders,
      imageKey: products.imageKey,
      imageUrl: products.imageUrl,
      redeemedAt: vouchers.redeemedAt,
      voidedAt: vouchers.voidedAt,
    })
    .from(orders)
    .innerJoin(products, eq(products.id, orders.productId))
    .innerJoin(vouchers, eq(vouchers.code, orders.voucherCode));

type Row = Awaited<ReturnType<typeof select>>[number];

function orderOf({ order, imageKey, imageUrl, redeemedAt, voidedAt }: Row): Order {
  const { priceVersion: _, orderedAt, refundedAt, ...rest } = order;
  return {
    ...rest,
    imageUrl: imageAddress({ imageKey, imageUrl }),
    voucherState: voucherState({ redeemedAt, voidedAt }),
    orderedAt: orderedAt.toISOString(),
    redeemedAt: redeemedAt?.toISOString() ?? null,
    refundedAt: refundedAt?.toISOString() ?? null,
  };
}
