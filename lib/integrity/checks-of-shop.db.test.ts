import { beforeEach, expect, test } from 'vitest';
import { ensurePartitions, partitionRange } from '@/lib/events/ensure-partitions';
import { calendar } from '@/lib/platform/calendar';
import { db } from '@/lib/platform/database';
import { refundOrder } from '@/lib/shop/refund-order';
import { buy, by, couponOf, makeProduct, memberWith } from '@/lib/shop/testing/shop';
import { checksOfShop } from './checks-of-shop';
import { checkIntegrity } from './queries/check-integrity';

const ids = checksOfShop.map(({ id }) => id);
const broken = async () => {
  const { checks } = await checkIntegrity(new Date());
  return checks.filter((check) => ids.includes(check.id) && !check.ok).map(({ id }) => id);
};

beforeEach(async () => {
  const product = await makeProduct({ price: 600, stock: 9 });
  const memberId = await memberWith(5000);
  await buy(product.id, memberId, { couponId: await couponOf(memberId) });
  const { id: orderId } = await buy(product.id, memberId);
  await refundOrder({ orderId, reason: 'rain', locale: 'ko', ...by() });
});

test('orders, refunds and coupons as the shop writes them keep every promise', async () => {
  await ensurePartitions(partitionRange(calendar().dayOf(new Date())));
  const { checks } = await checkIntegrity(new Date());
  const ofShop = checks.filter((check) => ids.includes(check.id));
  expect(ofShop.map(({ ok, looked }) => ok && looked > 0)).toEqual(ids.map(() => true));
});

test.each([
  ['a sale that no order tells of', 'update products set sold = sold + 1', 'stock-is-orders'],
  ['a coupon used in no order', `update coupons set order_id = 987654`, 'coupons-are-used-once'],
  [
    'a coupon that is free again though its order stands',
    'update coupons set used_at = null, order_id = null',
    'coupons-are-used-once',
  ],
  ['points gone without a voucher', 'delete from vouchers', 'orders-are-whole'],
  ['a refund whose voucher can still be redeemed', 'update vouchers set voided_at = null', 'orders-are-whole'],
  ['an order that nobody was told of', `delete from mails where send_id like 'order:%'`, 'mails-are-written'],
  ['a mail that nobody sends', 'delete from graphile_worker._private_jobs', 'mails-have-jobs'],
])('%s turns its check red', async (_, statement, id) => {
  await db().$client.query(statement);
  expect(await broken()).toContain(id);
  await db().$client.query(
    'delete from mails; delete from vouchers; delete from coupons; delete from orders; delete from product_prices; delete from products',
  );
});
