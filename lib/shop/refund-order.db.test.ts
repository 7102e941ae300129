import { expect, test } from 'vitest';
import { listCoupons } from '@/lib/coupons/queries/list-coupons';
import { db } from '@/lib/platform/database';
import { getProduct } from './queries/get-product';
import { redeemVoucher } from './redeem-voucher';
import { refundOrder } from './refund-order';
import {
  balanceOf,
  buy,
  by,
  couponOf,
  ledgerAndStock,
  makeProduct,
  memberWith,
  openAllConnections,
  outcomeOf,
} from './testing/shop';

const refund = (orderId: number) => refundOrder({ orderId, reason: 'rain', locale: 'ko', ...by() });
const redeem = (typed: string) => redeemVoucher({ typed, answer: null, ...by() });

test('a refund gives points, stock and coupon back, and voids the voucher', async () => {
  const product = await makeProduct({ price: 600, stock: 1 });
  const memberId = await memberWith(1000);
  const couponId = await couponOf(memberId);
  const { id, voucherCode } = await buy(product.id, memberId, { couponId });
  expect(await refund(id)).toMatchObject({ id, paid: 540, voucherState: 'void', refundReason: 'rain' });
  expect(await balanceOf(memberId)).toBe(1000);
  expect((await getProduct(product.id, true)).stock).toBe(1);
  expect((await listCoupons(memberId, { limit: 5 }, new Date())).items).toMatchObject([
    { state: 'issued', orderId: null },
  ]);
  expect(await outcomeOf(redeem(voucherCode))).toBe('shop/voucher-void');
  expect(await buy(product.id, memberId, { couponId })).toMatchObject({ paid: 540, balance: 460 });
});

test('refunded twice, or ten times at once, is refunded once', async () => {
  const product = await makeProduct({ price: 600 });
  const memberId = await memberWith(1000);
  const { id } = await buy(product.id, memberId);
  const orders = await Promise.all(Array.from({ length: 10 }, () => refund(id)));
  expect(new Set([...orders, await refund(id)].map((order) => order.refundedAt)).size).toBe(1);
  expect(await balanceOf(memberId)).toBe(1000);
  expect((await getProduct(product.id, true)).sold).toBe(0);
  const { rows } = await db().$client.query(
    `select (select count(*)::int from audit_log where subject_kind = 'order' and subject_id = $1 and action = 'order.refunded') as audited,
      (select count(*)::int from mails where send_id = 'refund:' || $1) as mails`,
    [String(id)],
  );
  expect(rows).toEqual([{ audited: 1, mails: 1 }]);
});

test('a voucher is redeemed once, of many at once, and then its order is not refunded', async () => {
  const product = await makeProduct({ price: 100 });
  const memberId = await memberWith(1000);
  await openAllConnections();
  for (let round = 1; round <= 5; round++) {
    const { id, voucherCode } = await buy(product.id, memberId);
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => outcomeOf(redeem(voucherCode.toLowerCase()))));
    expect(outcomes.filter((one) => one === 'done')).toHaveLength(1);
    expect(outcomes.filter((one) => one === 'shop/voucher-redeemed')).toHaveLength(7);
    expect(await outcomeOf(refund(id))).toBe('shop/voucher-redeemed');
    expect(await balanceOf(memberId)).toBe(1000 - round * 100);
  }
});

test('redeemed and refunded at once is one of the two', async () => {
  const product = await makeProduct({ price: 100 });
  const memberId = await memberWith(1000);
  await openAllConnections();
  for (let round = 0; round < 10; round++) {
    const { id, voucherCode } = await buy(product.id, memberId);
    const before = await balanceOf(memberId);
    const outcomes = await Promise.all([outcomeOf(refund(id)), outcomeOf(redeem(voucherCode))]);
    expect(outcomes.filter((one) => one === 'done')).toHaveLength(1);
    expect((await balanceOf(memberId)) - before).toBe(outcomes[0] === 'done' ? 100 : 0);
  }
});

test('orders, refunds and redemptions of a few members at random and at once leave ledger and stock exact', async () => {
  const product = await makeProduct({ price: 100, stock: 5 });
  const members = await Promise.all([350, 250, 150, 50].map(memberWith));
  const coupons = await Promise.all(members.map((memberId) => couponOf(memberId)));
  const work = async (turn: number) => {
    const who = turn % members.length;
    const couponId = turn % 3 === 0 ? (coupons[who] ?? null) : null;
    const placed = await buy(product.id, members[who] ?? '', { couponId }).catch(() => null);
    if (placed && turn % 5 === 0) await outcomeOf(redeem(placed.voucherCode));
    else if (placed) await refund(placed.id);
  };
  await Promise.all(Array.from({ length: 80 }, (_, turn) => work(turn)));
  expect(await ledgerAndStock()).toEqual({ ledger: 0, stock: 0 });
});

test('refuses an unknown order and an unknown or mistyped voucher', async () => {
  expect(await outcomeOf(refund(987_654))).toBe('shop/order-not-found');
  expect(await outcomeOf(redeem('0000-0000-0000-0000'))).toBe('shop/voucher-not-found');
  expect(await outcomeOf(redeem('0000-0000-0000-0001'))).toBe('shop/voucher-mistyped');
});
