import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { makeUser, signedIn } from '@/db/builders/people';
import { bearer, call } from '@/lib/http/testing/call';
import { db, transaction } from '@/lib/platform/database';
import { transfer } from '@/lib/points/transfer';
import { balanceOf, makeProduct, memberWith } from '@/lib/shop/testing/shop';
import { POST } from './route';

let key: { authorization: string };

beforeAll(async () => {
  key = await headersOf(['shop:order']);
});

const headersOf = async (scopes: string[]) => ({ authorization: (await bearer(scopes)).authorization });
const order = (productId: number | string, body: unknown, headers: Record<string, string> = { ...key }) =>
  call(POST, {
    method: 'POST',
    path: `/api/v1/products/${productId}/orders`,
    body,
    headers,
    params: { id: String(productId) },
  });
const code = (answer: { json: unknown }) => (answer.json as { code?: string }).code;
const withKey = (name: string) => ({ ...key, 'idempotency-key': name });

test('answers 201 with id, voucher code, what was paid and the balance', async () => {
  const product = await makeProduct({ price: 600 });
  const answer = await order(product.id, { memberId: await memberWith(1000) });
  expect(answer.status).toBe(201);
  expect(answer.json).toEqual({ id: expect.any(Number), voucherCode: expect.any(String), paid: 600, balance: 400 });
});

test('a refusal for points is 409 and carries balance and price', async () => {
  const product = await makeProduct({ price: 600 });
  const answer = await order(product.id, { memberId: await memberWith(599) });
  expect(answer).toMatchObject({ status: 409, json: { code: 'shop/insufficient-points', balance: 599, price: 600 } });
});

test('sold out and a coupon that cannot be used are 409, the coupon with why', async () => {
  const product = await makeProduct({ price: 600, stock: 0 });
  const memberId = await memberWith(1000);
  expect(await order(product.id, { memberId })).toMatchObject({ status: 409, json: { code: 'shop/sold-out' } });
  const other = await makeProduct();
  const answer = await order(other.id, { memberId, couponId: 987_654 });
  expect(answer).toMatchObject({ status: 409, json: { code: 'shop/coupon-not-usable', reason: 'unknown' } });
});

test("a member's session buys for itself, with no body at all, and for nobody else", async () => {
  const product = await makeProduct({ price: 100 });
  const user = await makeUser(db(), { email: 'ann@example.com' });
  const gift = { reference: 'gift', kind: 'correction', amount: 100, account: 'correction' } as const;
  await transaction((tx) => transfer(tx, { memberId: user.memberId, ...gift, now: new Date() }));
  const ann = await signedIn(db(), user.id);
  const other = await order(product.id, { memberId: 'bob' }, { ...ann });
  expect([other.status, code(other)]).toEqual([403, 'accounts/other-member']);
  expect(await order(product.id, undefined, { ...ann })).toMatchObject({ status: 201, json: { balance: 0 } });
});

test('a key has to name the member, and needs the scope', async () => {
  const product = await makeProduct();
  expect(code(await order(product.id, {}))).toBe('shop/member-missing');
  expect((await order(product.id, { memberId: 'x' }, await headersOf(['shop:read']))).status).toBe(403);
  expect((await order(product.id, { memberId: 'x' }, {})).status).toBe(401);
});

test.each(['987654', 'x', '-1'])('answers 404 for the product %s', async (id) => {
  const answer = await order(id, { memberId: 'bob' });
  expect([answer.status, code(answer)]).toEqual([404, 'shop/product-not-found']);
});

test('the same Idempotency-Key buys once and gets the same answer, byte for byte, however often and at once', async () => {
  const product = await makeProduct({ price: 600 });
  const memberId = await memberWith(10_000);
  const headers = withKey(randomUUID());
  const answers = await Promise.all(Array.from({ length: 10 }, () => order(product.id, { memberId }, headers)));
  const again = await order(product.id, { memberId }, headers);
  expect(new Set([...answers, again].map((one) => `${one.status} ${JSON.stringify(one.json)}`)).size).toBe(1);
  expect(again.status).toBe(201);
  expect(again.headers.get('idempotent-replayed')).toBe('true');
  expect(await balanceOf(memberId)).toBe(9400);
});

test('the same Idempotency-Key with another body is 422, and a refusal is the first answer of its key', async () => {
  const product = await makeProduct({ price: 600 });
  const memberId = await memberWith(500);
  const headers = withKey(randomUUID());
  expect(code(await order(product.id, { memberId }, headers))).toBe('shop/insufficient-points');
  const gift = { reference: 'more', kind: 'correction', amount: 500, account: 'correction' } as const;
  await transaction((tx) => transfer(tx, { memberId, ...gift, now: new Date() }));
  expect(code(await order(product.id, { memberId }, headers))).toBe('shop/insufficient-points');
  expect(code(await order(product.id, { memberId, price: 600 }, headers))).toBe('platform/idempotency-key-reused');
  expect((await order(product.id, { memberId }, withKey(randomUUID()))).status).toBe(201);
});
