import { and, eq } from 'drizzle-orm';
import { orders, products, vouchers } from '@/db/schema/shop';
import { imageAddress } from '@/lib/ads/image-address';
import type { Db } from '@/lib/platform/database';
import { shopErrors } from '../errors';
import { voucherCodeIn, voucherState } from '../rules';
import type { Voucher } from '../schema';

/** `memberId` null sees all. */
type Asked = { typed: string; memberId: string | null };

/** A voucher by its code as typed. Throws shop/voucher-not-found, also for what belongs to others. */
export async function getVoucher(db: Db, { typed, memberId }: Asked): Promise<Voucher> {
  const code = voucherCodeIn(typed) ?? '';
  const [row] = await db
    .select({ voucher: vouchers, order: orders, imageKey: products.imageKey, imageUrl: products.imageUrl })
    .from(vouchers)
    .innerJoin(orders, and(eq(orders.memberId, vouchers.memberId), eq(orders.id, vouchers.orderId)))
    .innerJoin(products, eq(products.id, orders.productId))
    .where(eq(vouchers.code, code));
  if (!row || (memberId !== null && row.voucher.memberId !== memberId)) throw shopErrors.voucherNotFound();
  const { voucher, order, ...image } = row;
  return {
    code,
    orderId: order.id,
    memberId: order.memberId,
    productName: order.productName,
    imageUrl: imageAddress(image),
    paid: order.paid,
    state: voucherState(voucher),
    issuedAt: voucher.issuedAt.toISOString(),
    redeemedAt: voucher.redeemedAt?.toISOString() ?? null,
    redeemedBy: voucher.redeemedBy,
    voidedAt: voucher.voidedAt?.toISOString() ?? null,
  };
}
