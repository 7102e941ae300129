import { desc, eq } from 'drizzle-orm';
import { productPrices } from '@/db/schema/shop';
import { db } from '@/lib/platform/database';
import { shopErrors } from '../errors';
import type { ProductDetail } from '../schema';
import { readProduct } from '../store';
import { productOf } from './list-products';

/** A product with the prices it has had. Throws shop/product-not-found; an archived one is for those who manage the shop. */
export async function getProduct(id: number, seesArchived: boolean): Promise<ProductDetail> {
  const row = await readProduct(db(), id);
  if (row.archivedAt !== null && !seesArchived) throw shopErrors.productNotFound();
  const prices = await db()
    .select({ version: productPrices.version, price: productPrices.price, since: productPrices.since })
    .from(productPrices)
    .where(eq(productPrices.productId, id))
    .orderBy(desc(productPrices.version));
  return { ...productOf(row), prices: prices.map((price) => ({ ...price, since: price.since.toISOString() })) };
}
