import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { listCoupons } from '@/lib/coupons/queries/list-coupons';
import { listMails } from '@/lib/mail/queries/list-mails';
import { db } from '@/lib/platform/database';
import { getProduct } from './queries/get-product';
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
  tracesOf,
} from './testing/shop';
import { updateProduct } from './update-product';

beforeAll(async () => void (await openAllConnections()));

const stockOf = async (id: number) => (await getProduct(id, true)).stock;
const tally = (outcomes: string[]) =>
  Object.fromEntries([...new Set(outcomes)].map((one) => [one, outcomes.filter((other) => other === one).length]));

test('buying moves points, stock, order, voucher, mail and notice together', async () => {
  const product = await makeProduct({ price: 600, stock: 3 });
  const memberId = await memberWith(1000);
  const placed = await buy(product.id, memberId);
  expect(placed).toEqual({
    id: expect.any(Number),
    voucherCode: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{16}$/),
    paid: 600,
    balance: 400,
  });
  expect(await balanceOf(memberId)).toBe(400);
  expect(await stockOf(product.id)).toBe(2);
  expect(await tracesOf(memberId)).toEqual({ orders: 1, vouchers: 1, mails: 1, notices: 1, jobs: 1, transfers: 1 });
  expect((await listMails({ memberId, limit: 5 })).items).toMatchObject([{ sendId: `order:${placed.id}` }]);
});

test('rule 6: equal is enough, one point less is refused with balance and price, and nothing changes', async () => {
  const product = await makeProduct({ price: 600 });
  expect(await buy(product.id, await memberWith(600))).toMatchObject({ paid: 600, balance: 0 });
  const poor = await memberWith(599);
  await expect(buy(product.id, poor)).rejects.toMatchObject({
    code: 'shop/insufficient-points',
    facts: { balance: 599, price: 600 },
  });
  expect(await tracesOf(poor)).toEqual({ orders: 0, vouchers: 0, mails: 0, notices: 0, jobs: 0, transfers: 0 });
  expect(await outcomeOf(buy(product.id, 'has-never-had-any'))).toBe('shop/insufficient-points');
  expect(await stockOf(product.id)).toBe(99);
});

test('of 5 orders at once with 1,000 points and a price of 600 one succeeds, and four are refused for their points', async () => {
  const product = await makeProduct({ price: 600 });
  const memberId = await memberWith(1000);
  const outcomes = await Promise.all(Array.from({ length: 5 }, () => outcomeOf(buy(product.id, memberId))));
  expect(tally(outcomes)).toEqual({ done: 1, 'shop/insufficient-points': 4 });
  expect(await balanceOf(memberId)).toBe(400);
  expect(await stockOf(product.id)).toBe(99);
});

test('of two buyers of the last one, one gets it, and the other keeps all points', async () => {
  for (let round = 0; round < 10; round++) {
    const product = await makeProduct({ price: 600, stock: 1 });
    const members = [await memberWith(1000), await memberWith(1000)];
    const outcomes = await Promise.all(members.map((memberId) => outcomeOf(buy(product.id, memberId))));
    expect(tally(outcomes)).toEqual({ done: 1, 'shop/sold-out': 1 });
    const balances = await Promise.all(members.map(balanceOf));
    expect(balances.sort()).toEqual([1000, 400]);
  }
});

test('40 buyers of 7 at once: 7 get one, none is sold twice', async () => {
  const product = await makeProduct({ price: 10, stock: 7 });
  const members = await Promise.all(Array.from({ length: 40 }, () => memberWith(10)));
  const outcomes = await Promise.all(members.map((memberId) => outcomeOf(buy(product.id, memberId))));
  expect(tally(outcomes)).toEqual({ done: 7, 'shop/sold-out': 33 });
  expect(await ledgerAndStock()).toEqual({ ledger: 0, stock: 0 });
});

test('a coupon takes its discount off and is used once, in one of many orders at once', async () => {
  const product = await makeProduct({ price: 600 });
  const memberId = await memberWith(10_000);
  const couponId = await couponOf(memberId);
  const outcomes = await Promise.all(
    Array.from({ length: 6 }, () => outcomeOf(buy(product.id, memberId, { couponId }))),
  );
  expect(tally(outcomes)).toEqual({ done: 1, 'shop/coupon-not-usable': 5 });
  expect(await balanceOf(memberId)).toBe(10_000 - 540);
  const { items } = await listCoupons(memberId, { limit: 5 }, new Date());
  expect(items).toMatchObject([{ state: 'used', orderId: expect.any(Number) }]);
});

test('a coupon worth the whole price makes it free, and the ledger has nothing to write', async () => {
  const product = await makeProduct({ price: 600 });
  const memberId = await memberWith(0);
  const couponId = await couponOf(memberId, { discount: { kind: 'points', value: 5000 } });
  expect(await buy(product.id, memberId, { couponId })).toMatchObject({ paid: 0, balance: 0 });
  expect(await tracesOf(memberId)).toMatchObject({ orders: 1, vouchers: 1, transfers: 0 });
});

test('refuses a coupon of somebody else, of another product, and one that has expired, and says why', async () => {
  const product = await makeProduct();
  const memberId = await memberWith(1000);
  const reasonOf = (couponId: number) =>
    buy(product.id, memberId, { couponId }).catch((error) => [error.code, error.facts.reason]);
  expect(await reasonOf(await couponOf('somebody-else'))).toEqual(['shop/coupon-not-usable', 'unknown']);
  expect(await reasonOf(await couponOf(memberId, { productIds: [1] }))).toEqual([
    'shop/coupon-not-usable',
    'other-product',
  ]);
  const old = await couponOf(memberId, { validDays: 1, now: new Date('2026-01-01T00:00:00Z') });
  expect(await reasonOf(old)).toEqual(['shop/coupon-not-usable', 'expired']);
  expect(await balanceOf(memberId)).toBe(1000);
});

test('refuses an unknown product, an archived one, and a price that the member did not see', async () => {
  const memberId = await memberWith(1000);
  const product = await makeProduct({ price: 600 });
  expect(await outcomeOf(buy(987_654, memberId))).toBe('shop/product-not-found');
  await updateProduct({ id: product.id, wanted: { price: 700 }, ...by() });
  expect(await outcomeOf(buy(product.id, memberId, { seenPrice: 600 }))).toBe('shop/price-changed');
  await updateProduct({ id: product.id, wanted: { archived: true }, ...by() });
  expect(await outcomeOf(buy(product.id, memberId))).toBe('shop/not-on-sale');
  expect(await balanceOf(memberId)).toBe(1000);
});

test('while the price changes, everybody pays a price that the product had, and the order names its version', async () => {
  const product = await makeProduct({ price: 100, stock: 1000 });
  const members = await Promise.all(Array.from({ length: 20 }, () => memberWith(1000)));
  const changes = (async () => {
    for (let price = 101; price <= 110; price++) {
      await updateProduct({ id: product.id, wanted: { price }, ...by() });
      await sleep(20);
    }
  })();
  await Promise.all([changes, ...members.map((memberId) => buy(product.id, memberId))]);
  const { rows } = await db().$client.query(
    `select count(*)::int as n from orders o join product_prices p on p.product_id = o.product_id
       and p.version = o.price_version and p.price = o.price where o.product_id = $1`,
    [product.id],
  );
  expect(rows).toEqual([{ n: 20 }]);
  expect((await getProduct(product.id, true)).prices).toHaveLength(11);
});
