import { and, eq } from 'drizzle-orm';
import { orders, vouchers } from '@/db/schema/shop';
import type { By } from '@/lib/accounts/actor';
import { appendAudit } from '@/lib/accounts/audit';
import { giveBackCoupon } from '@/lib/coupons/give-back-coupon';
import type { Locale } from '@/lib/kernel/locale';
import { queueMail } from '@/lib/mail/queue-mail';
import { tellMember } from '@/lib/notices/tell-member';
import { type Tx, transaction } from '@/lib/platform/database';
import { transfer } from '@/lib/points/transfer';
import { shopErrors } from './errors';
import { getOrder } from './queries/list-orders';
import type { Order } from './schema';
import { giveBackOne, lockOrder, lockVoucher, type OrderRow } from './store';

type RefundOrder = By & { orderId: number; reason: string; locale: Locale };

/**
 * Gives points, stock and coupon of an order back and voids its voucher, in one transaction and once: refunded again, it
 * stays as it was. Errors: shop/order-not-found, shop/voucher-redeemed.
 */
export async function refundOrder(wanted: RefundOrder): Promise<Order> {
  return transaction(async (tx) => {
    const order = await lockOrder(tx, wanted.orderId);
    if (order.refundedAt === null) await refund(tx, order, wanted);
    return getOrder(tx, order.id);
  });
}

async function refund(tx: Tx, order: OrderRow, { reason, locale, actor, requestId, now }: RefundOrder): Promise<void> {
  const { id, memberId, paid, productName } = order;
  const voucher = await lockVoucher(tx, order.voucherCode);
  if (voucher.redeemedAt !== null)
    throw shopErrors.voucherRedeemed(voucher.redeemedAt.toISOString(), voucher.redeemedBy ?? '');
  await tx.update(vouchers).set({ voidedAt: now }).where(eq(vouchers.code, voucher.code));
  await tx
    .update(orders)
    .set({ refundedAt: now, refundReason: reason })
    .where(and(eq(orders.memberId, memberId), eq(orders.id, id)));
  if (order.couponId !== null) await giveBackCoupon(tx, { memberId, orderId: id });
  const reference = `refund:${id}`;
  if (paid > 0) await transfer(tx, { memberId, reference, kind: 'refund', amount: paid, account: 'shop', now });
  const data = { orderId: id, productName, paid, reason };
  await queueMail(tx, { memberId, sendId: reference, template: 'ticket-refunded', data, locale, now });
  await tellMember(tx, { memberId, reference, kind: 'ticket-refunded', data: { points: paid, productName }, now });
  const subject = { kind: 'order', id };
  await appendAudit(tx, { actor, action: 'order.refunded', subject, after: { memberId, paid, reason }, requestId });
  await giveBackOne(tx, order.productId);
}
