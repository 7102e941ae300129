import { beforeAll, expect, test } from 'vitest';
import { makeUser, signedIn } from '@/db/builders/people';
import { SYSTEM } from '@/lib/accounts/actor';
import { appendAudit } from '@/lib/accounts/audit';
import { bearer, call } from '@/lib/http/testing/call';
import { db } from '@/lib/platform/database';
import { POST as makeKey } from '../keys/route';
import { GET } from './route';

let admin: Record<string, string>;
type Item = { id: number; [field: string]: unknown };
type List = { items: Item[]; nextCursor: string | null };
const list = async (query = '') => (await call(GET, { headers: admin, path: `/${query}` })).json as List;

beforeAll(async () => {
  const user = await makeUser(db(), { email: 'admin@example.com', name: '한대표', roles: ['admin'] });
  admin = await signedIn(db(), user.id);
  for (const id of ['1', '2', '3', '1', '1']) {
    const subject = { kind: 'thing', id };
    await appendAudit(db(), { actor: SYSTEM, action: `thing.changed-${id}`, subject, after: { id }, requestId: 'r' });
  }
});

test('shows what an admin did, in which request', async () => {
  const headers = { ...admin, 'x-request-id': 'my-request' };
  await call(makeKey, { method: 'POST', headers, body: { name: 'Shop', kind: 'secret', scopes: ['*'] } });
  expect((await list()).items[0]).toMatchObject({
    at: expect.stringMatching(/Z$/),
    actor: { kind: 'user', id: expect.any(Number), name: '한대표' },
    action: 'key.created',
    subject: { kind: 'key', id: expect.any(String) },
    before: null,
    after: { name: 'Shop' },
    requestId: 'my-request',
  });
});

test('the history of one thing, newest first, page by page', async () => {
  const first = await list('?subjectKind=thing&subjectId=1&limit=2');
  const second = await list(`?subjectKind=thing&subjectId=1&limit=2&cursor=${first.nextCursor}`);
  const ids = [...first.items, ...second.items].map((item) => item.id);
  expect(ids).toEqual([...ids].sort((a, b) => b - a));
  expect([first.items.length, second.items.length, second.nextCursor]).toEqual([2, 1, null]);
});

test('one kind of change', async () => {
  expect((await list('?action=thing.changed-2')).items).toMatchObject([{ subject: { kind: 'thing', id: '2' } }]);
  expect((await list('?action=thing')).items).toEqual([]);
});

test('a bad cursor is named in the refusal', async () => {
  expect((await call(GET, { headers: admin, path: '/?cursor=x' })).json).toMatchObject({
    status: 422,
    errors: [{ pointer: '?cursor' }],
  });
});

test('is for admins and keys with the scope', async () => {
  const member = await makeUser(db(), { email: 'member@example.com', roles: ['creator', 'advertiser'] });
  expect((await call(GET, { headers: await signedIn(db(), member.id) })).status).toBe(403);
  expect((await call(GET, {})).status).toBe(401);
  const { authorization } = await bearer(['audit:read']);
  expect((await call(GET, { headers: { authorization } })).status).toBe(200);
});
