import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import { orders, products, vouchers } from '@/db/schema/shop';
import type { Db, Tx } from '@/lib/platform/database';
import { shopErrors } from './errors';

export type ProductRow = typeof products.$inferSelect;
export type OrderRow = typeof orders.$inferSelect;
export type VoucherRow = typeof vouchers.$inferSelect;

/** Throws shop/product-not-found. */
export async function readProduct(tx: Db, id: number): Promise<ProductRow> {
  const [row] = await tx.select().from(products).where(eq(products.id, id));
  if (!row) throw shopErrors.productNotFound();
  return row;
}

/** The product, so that nobody buys it or changes it meanwhile. Throws shop/product-not-found. */
export async function lockProduct(tx: Tx, id: number): Promise<ProductRow> {
  const [row] = await tx.select().from(products).where(eq(products.id, id)).for('update');
  if (!row) throw shopErrors.productNotFound();
  return row;
}

/** Takes one of the stock; false when it was sold out or archived meanwhile. A price that changed is that of later orders. */
export async function takeOne(tx: Tx, id: number): Promise<boolean> {
  const { rowCount } = await tx
    .update(products)
    .set({ sold: sql`${products.sold} + 1` })
    .where(and(eq(products.id, id), isNull(products.archivedAt), lt(products.sold, products.supply)));
  return rowCount === 1;
}

export async function giveBackOne(tx: Tx, productId: number): Promise<void> {
  await tx
    .update(products)
    .set({ sold: sql`${products.sold} - 1` })
    .where(eq(products.id, productId));
}

/** Throws shop/order-not-found. */
export async function lockOrder(tx: Tx, id: number): Promise<OrderRow> {
  const [row] = await tx.select().from(orders).where(eq(orders.id, id)).for('update');
  if (!row) throw shopErrors.orderNotFound();
  return row;
}

/** Throws shop/voucher-not-found. */
export async function lockVoucher(tx: Tx, code: string): Promise<VoucherRow> {
  const [row] = await tx.select().from(vouchers).where(eq(vouchers.code, code)).for('update');
  if (!row) throw shopErrors.voucherNotFound();
  return row;
}

/** What the audit log keeps of a product: what people decide. How many were sold is no decision. */
export function auditOf({ id: _, sold, supply, createdAt: __, archivedAt, ...row }: ProductRow) {
  return { ...row, stock: supply - sold, archived: archivedAt !== null };
}
