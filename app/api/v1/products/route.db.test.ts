import { beforeAll, expect, test } from 'vitest';
import { makeUser, signedIn } from '@/db/builders/people';
import { bearer, call } from '@/lib/http/testing/call';
import { db } from '@/lib/platform/database';
import { GET as open } from '../open/products/route';
import { GET as one, PATCH } from './[id]/route';
import { GET, POST } from './route';

let admin: { cookie: string };
let ann: { cookie: string };

beforeAll(async () => {
  admin = await signedIn(db(), (await makeUser(db(), { email: 'admin@example.com', roles: ['admin'] })).id);
  ann = await signedIn(db(), (await makeUser(db(), { email: 'ann@example.com' })).id);
});

const ticket = { name: 'Ticket', intro: 'Any film.', price: 600, stock: 10 };
const make = async (body: object = ticket) => {
  const { status, json } = await call(POST, { method: 'POST', body, headers: { ...admin } });
  return { status, product: json as { id: number; code?: string } };
};
const change = (id: number, body: object, headers: Record<string, string> = { ...admin }) =>
  call(PATCH, { method: 'PATCH', body, headers, params: { id: String(id) } });
const listed = async (door: typeof GET, headers: Record<string, string>, query = '') => {
  const { json } = await call(door, { path: `/${query}`, headers });
  return (json as { items: { id: number }[] }).items.map(({ id }) => id);
};

test('an admin puts a product on sale, and the audit log knows', async () => {
  const { status, product } = await make();
  expect(status).toBe(201);
  expect(product).toMatchObject({ ...ticket, sold: 0, priceVersion: 1, archived: false, imageUrl: null });
  const { rows } = await db().$client.query(
    `select action from audit_log where subject_kind = 'product' and subject_id = $1`,
    [String(product.id)],
  );
  expect(rows).toEqual([{ action: 'product.created' }]);
});

test('another price is a new version, and changing nothing leaves no trace', async () => {
  const { product } = await make();
  expect((await change(product.id, { price: 700, stock: 4 })).json).toMatchObject({
    price: 700,
    priceVersion: 2,
    stock: 4,
  });
  expect((await change(product.id, { price: 700, stock: 4 })).json).toMatchObject({ priceVersion: 2 });
  const { json } = await call(one, { headers: { ...ann }, params: { id: String(product.id) } });
  expect(json).toMatchObject({
    prices: [
      { version: 2, price: 700 },
      { version: 1, price: 600 },
    ],
  });
  const { rows } = await db().$client.query(
    `select before ->> 'price' as before, after ->> 'price' as after from audit_log
     where subject_kind = 'product' and subject_id = $1 and action = 'product.changed'`,
    [String(product.id)],
  );
  expect(rows).toEqual([{ before: '600', after: '700' }]);
});

test('an archived product is gone for members and partners, cannot be changed, and can be sold again', async () => {
  const { product } = await make();
  const partner = { authorization: (await bearer(['open:read'])).authorization };
  expect(await listed(GET, { ...ann })).toContain(product.id);
  expect(await listed(open, partner)).toContain(product.id);
  expect((await change(product.id, { archived: true })).json).toMatchObject({ archived: true });
  expect(await listed(GET, { ...ann }, '?state=all')).not.toContain(product.id);
  expect(await listed(open, partner)).not.toContain(product.id);
  expect(await listed(GET, { ...admin }, '?state=archived')).toContain(product.id);
  expect((await call(one, { headers: { ...ann }, params: { id: String(product.id) } })).status).toBe(404);
  expect(await change(product.id, { price: 1 })).toMatchObject({
    status: 409,
    json: { code: 'shop/product-archived' },
  });
  expect((await change(product.id, { archived: false })).json).toMatchObject({ archived: false });
});

test.each([
  ['/name', { name: ' ' }],
  ['/price', { price: -1 }],
  ['/price', { price: 1.5 }],
  ['/stock', { stock: 1_000_001 }],
  ['/imageUrl', { imageUrl: 'x.png' }],
])('names the wrong field %s', async (pointer, wrong) => {
  const { status, product } = await make({ ...ticket, ...wrong });
  expect([status, product]).toMatchObject([422, { errors: [{ pointer }] }]);
});

test('a picture that was never uploaded here is refused', async () => {
  const imageUrl = `/assets/${'0'.repeat(32)}.webp`;
  expect((await make({ ...ticket, imageUrl })).product.code).toBe('shop/unknown-image');
});

test('members may look and not change, and partners see only what concerns them', async () => {
  const { product } = await make();
  expect((await change(product.id, { price: 1 }, { ...ann })).status).toBe(403);
  expect((await call(POST, { method: 'POST', body: ticket, headers: { ...ann } })).status).toBe(403);
  const { authorization } = await bearer(['open:read'], 'publishable');
  const { json } = await call(open, { path: '/', headers: { authorization } });
  expect(Object.keys((json as { items: object[] }).items[0] ?? {}).sort()).toEqual(
    ['id', 'imageUrl', 'intro', 'name', 'price', 'stock'].sort(),
  );
  expect((await call(open, { path: '/' })).status).toBe(401);
});
