import { beforeAll, expect, test } from 'vitest';
import { makeUser, signedIn } from '@/db/builders/people';
import { runJobs } from '@/lib/http/run-jobs';
import { call } from '@/lib/http/testing/call';
import { db } from '@/lib/platform/database';
import { buy, makeProduct, memberWith } from '@/lib/shop/testing/shop';
import { GET as one } from './[id]/route';
import { POST as redrive } from './redrive/route';
import { GET } from './route';
import { GET as summary } from './summary/route';

let admin: { cookie: string };
let ann: { cookie: string };

beforeAll(async () => {
  admin = await signedIn(db(), (await makeUser(db(), { email: 'admin@example.com', roles: ['admin'] })).id);
  ann = await signedIn(db(), (await makeUser(db(), { email: 'ann@example.com' })).id);
});

type Listed = { items: { id: number; state: string; subject: string; memberId: string }[]; nextCursor: string | null };
const listed = async (query = '') => (await call(GET, { path: `/${query}`, headers: { ...admin } })).json as Listed;

test('the outbox lists mails, counts those that have not gone out, and shows what each says', async () => {
  const memberId = await memberWith(1000);
  const { voucherCode, id } = await buy((await makeProduct()).id, memberId, { locale: 'en' });
  expect((await listed('?state=waiting')).items).toMatchObject([{ memberId, sendId: `order:${id}` }]);
  await runJobs();
  expect((await listed('?state=waiting')).items).toEqual([]);
  const [mail] = (await listed('?state=kept')).items;
  expect((await call(summary, { headers: { ...admin } })).json).toEqual({ waiting: 0, kept: 1, failed: 0 });
  const { json } = await call(one, { headers: { ...admin }, params: { id: String(mail?.id) } });
  expect(json).toMatchObject({ error: 'no-address', text: expect.stringContaining(voucherCode.slice(0, 4)) });
  expect((json as { html: string }).html).toContain('data:image/png;base64,');
});

test('page by page, newest first', async () => {
  const product = await makeProduct({ price: 1 });
  for (let i = 0; i < 3; i++) await buy(product.id, await memberWith(1));
  const first = await listed('?limit=2');
  const second = await listed(`?limit=2&cursor=${first.nextCursor}`);
  const ids = [...first.items, ...second.items].map(({ id }) => id);
  expect(ids).toEqual([...ids].sort((a, b) => b - a));
  expect(new Set(ids).size).toBe(4);
});

test('an admin sends a kept mail again, and the audit log knows', async () => {
  const { items } = await listed('?state=kept');
  const ids = items.map(({ id }) => id);
  const answer = await call(redrive, { method: 'POST', headers: { ...admin }, body: { ids } });
  expect(answer.json).toEqual({ redriven: ids.length });
  const { rows } = await db().$client.query(`select count(*)::int as n from audit_log where action = 'mails.redriven'`);
  expect(rows).toEqual([{ n: 1 }]);
});

test('the outbox is for admins, and an unknown mail is 404', async () => {
  expect((await call(GET, { headers: { ...ann } })).status).toBe(403);
  const answer = await call(one, { headers: { ...admin }, params: { id: '987654' } });
  expect(answer).toMatchObject({ status: 404, json: { code: 'mail/not-found' } });
});
