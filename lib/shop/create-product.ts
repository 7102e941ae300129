import { productPrices, products } from '@/db/schema/shop';
import type { By } from '@/lib/accounts/actor';
import { appendAudit } from '@/lib/accounts/audit';
import { transaction } from '@/lib/platform/database';
import { imageOf } from './image-of';
import { productOf } from './queries/list-products';
import type { Product, ProductCreate } from './schema';
import { auditOf } from './store';

/** Puts a product on sale, with the first version of its price. Error: shop/unknown-image. */
export async function createProduct({
  wanted,
  actor,
  requestId,
  now,
}: By & { wanted: ProductCreate }): Promise<Product> {
  const { name, intro, price, stock } = wanted;
  const image = await imageOf(wanted.imageUrl ?? null);
  return transaction(async (tx) => {
    const [row] = await tx
      .insert(products)
      .values({ name, intro, price, supply: stock, createdAt: now, ...image })
      .returning();
    if (!row) throw new Error('the product was not inserted');
    await tx.insert(productPrices).values({ productId: row.id, version: 1, price, since: now });
    const subject = { kind: 'product', id: row.id };
    await appendAudit(tx, { actor, action: 'product.created', subject, after: auditOf(row), requestId });
    return productOf(row);
  });
}
