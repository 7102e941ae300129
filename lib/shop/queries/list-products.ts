import { and, desc, ilike, isNotNull, isNull, lt } from 'drizzle-orm';
import { products } from '@/db/schema/shop';
import { imageAddress } from '@/lib/ads/image-address';
import { idInCursor } from '@/lib/kernel/id-in-cursor';
import { type Page, pageOf } from '@/lib/kernel/page';
import { db } from '@/lib/platform/database';
import type { Product, ProductQuery } from '../schema';
import type { ProductRow } from '../store';

/** Products, newest first. */
export async function listProducts({ search, state, limit, cursor }: ProductQuery): Promise<Page<Product>> {
  const rows = await db()
    .select()
    .from(products)
    .where(
      and(
        cursor === undefined ? undefined : lt(products.id, idInCursor(cursor)),
        state === 'on-sale' ? isNull(products.archivedAt) : undefined,
        state === 'archived' ? isNotNull(products.archivedAt) : undefined,
        search ? ilike(products.name, `%${search.replace(/[\\%_]/g, '\\$&')}%`) : undefined,
      ),
    )
    .orderBy(desc(products.id))
    .limit(limit + 1);
  return pageOf(rows.map(productOf), limit, (product) => [product.id]);
}

/** What is answered of a stored product. */
export function productOf({ supply, archivedAt, createdAt, imageKey, imageUrl, ...row }: ProductRow): Product {
  return {
    ...row,
    stock: supply - row.sold,
    imageUrl: imageAddress({ imageKey, imageUrl }),
    archived: archivedAt !== null,
    createdAt: createdAt.toISOString(),
  };
}
