import { eq } from 'drizzle-orm';
import { productPrices, products } from '@/db/schema/shop';
import type { By } from '@/lib/accounts/actor';
import { appendAudit } from '@/lib/accounts/audit';
import { transaction } from '@/lib/platform/database';
import { shopErrors } from './errors';
import { imageOf } from './image-of';
import { productOf } from './queries/list-products';
import type { Product, ProductUpdate } from './schema';
import { auditOf, lockProduct, type ProductRow } from './store';

type UpdateProduct = By & { id: number; wanted: ProductUpdate };
type Changes = Partial<Omit<ProductRow, 'id' | 'createdAt' | 'sold'>>;

/**
 * Changes what was sent and nothing else; another price is a new version, and orders keep the one they paid.
 * Errors: shop/product-not-found, shop/product-archived, shop/unknown-image.
 */
export async function updateProduct({ id, wanted, actor, requestId, now }: UpdateProduct): Promise<Product> {
  const image = wanted.imageUrl === undefined ? {} : await imageOf(wanted.imageUrl);
  return transaction(async (tx) => {
    const before = await lockProduct(tx, id);
    if (before.archivedAt !== null && wanted.archived !== false) throw shopErrors.productArchived();
    const changes = changesOf(before, { ...wanted, image }, now);
    if (Object.keys(changes).length === 0) return productOf(before);
    if (changes.priceVersion !== undefined) {
      const { priceVersion: version, price = before.price } = changes;
      await tx.insert(productPrices).values({ productId: id, version, price, since: now });
    }
    const [after] = await tx.update(products).set(changes).where(eq(products.id, id)).returning();
    if (!after) throw shopErrors.productNotFound();
    const subject = { kind: 'product', id };
    const pictures = { before: auditOf(before), after: auditOf(after) };
    await appendAudit(tx, { actor, action: 'product.changed', subject, ...pictures, requestId });
    return productOf(after);
  });
}

type Wanted = Omit<ProductUpdate, 'imageUrl'> & { image: Partial<Pick<ProductRow, 'imageKey' | 'imageUrl'>> };

function changesOf(before: ProductRow, { image, name, intro, price, stock, archived }: Wanted, now: Date): Changes {
  const wanted: Changes = {
    ...(name !== undefined && { name }),
    ...(intro !== undefined && { intro }),
    ...(stock !== undefined && { supply: before.sold + stock }),
    ...(price !== undefined && { price }),
    ...image,
  };
  const changed = Object.entries(wanted).filter(([column, value]) => before[column as keyof ProductRow] !== value);
  return {
    ...Object.fromEntries(changed),
    ...(price !== undefined && price !== before.price && { priceVersion: before.priceVersion + 1 }),
    ...(archived !== undefined && archived !== (before.archivedAt !== null) && { archivedAt: archived ? now : null }),
  };
}
