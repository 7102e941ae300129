import type { Locale } from '@/lib/kernel/locale';
import { queueMail } from '@/lib/mail/queue-mail';
import { tellMember } from '@/lib/notices/tell-member';
import type { Tx } from '@/lib/platform/database';
import type { OrderRow } from './store';

type Announced = { order: OrderRow; balance: number; locale: Locale };

/** Queues the mail with the voucher, and tells the member; nobody waits for either. */
export async function announceOrder(tx: Tx, { order, balance, locale }: Announced): Promise<void> {
  const { id, memberId, productName, voucherCode, price, discount, paid, orderedAt: now } = order;
  const reference = `order:${id}`;
  const data = { orderId: id, productName, voucherCode, price, discount, paid, balance };
  await queueMail(tx, { memberId, sendId: reference, template: 'ticket-bought', data, locale, now });
  const notice = { points: paid, productName, voucherCode };
  await tellMember(tx, { memberId, reference, kind: 'ticket-bought', data: notice, now });
}
