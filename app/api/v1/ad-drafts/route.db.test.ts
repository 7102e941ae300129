import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { POST as publish } from '@/app/api/v1/ads/route';
import { type BuiltUser, makeUser, signedIn } from '@/db/builders/people';
import type { AdDraft } from '@/lib/ads/schema';
import { bearer, call } from '@/lib/http/testing/call';
import { db } from '@/lib/platform/database';
import { DELETE, GET as getOne, PUT } from './[id]/route';
import { GET, POST } from './route';

type Headers = Record<string, string>;
let key: Headers;
let nara: Headers;
let stranger: Headers;
let naraUser: BuiltUser;

beforeAll(async () => {
  key = { authorization: (await bearer(['ads:write'])).authorization };
  naraUser = await makeUser(db(), { email: 'nara@example.com', roles: ['advertiser'] });
  nara = await signedIn(db(), naraUser.id);
  const other = await makeUser(db(), { email: 'stranger@example.com', roles: ['advertiser', 'admin'] });
  stranger = await signedIn(db(), other.id);
});

const post = (body: unknown, headers = nara) => call(POST, { method: 'POST', body, headers });
const create = async (fields: object, headers = nara) => (await post({ fields }, headers)).json as AdDraft;
const one = (door: typeof PUT, method: string, id: number | string, headers = nara, body?: unknown) =>
  call(door, { method, headers, body, params: { id: String(id) } });
const list = async (headers = nara, query = '') =>
  ((await call(GET, { path: `/api/v1/ad-drafts?${query}`, headers })).json as { items: AdDraft[] }).items;
const code = (answer: { status: number; json: unknown }) => [answer.status, (answer.json as { code?: string }).code];

test('a form is kept as typed, saved over, listed newest first, and thrown away', async () => {
  const fields = { name: '', places: 'ten', eligibility: [{ kind: 'joined' }], 그림: null };
  const draft = await create(fields);
  expect(draft).toEqual({ id: expect.any(Number), fields, createdAt: expect.any(String), updatedAt: draft.createdAt });
  const saved = await one(PUT, 'PUT', draft.id, nara, { fields: { name: '새 광고' } });
  expect(saved.json).toMatchObject({ id: draft.id, fields: { name: '새 광고' }, createdAt: draft.createdAt });
  const next = await create({});
  expect((await list()).map(({ id }) => id)).toEqual([next.id, draft.id]);
  expect((await list(nara, 'limit=1')).map(({ id }) => id)).toEqual([next.id]);
  expect((await one(DELETE, 'DELETE', next.id)).status).toBe(204);
  expect(code(await one(DELETE, 'DELETE', next.id))).toEqual([404, 'ads/draft-not-found']);
  expect((await list()).map(({ id }) => id)).toEqual([draft.id]);
});

test("another's draft is not there, also for an admin", async () => {
  const { id } = await create({ secret: 1 });
  for (const answer of [
    await one(getOne, 'GET', id, stranger),
    await one(PUT, 'PUT', id, stranger, { fields: {} }),
    await one(DELETE, 'DELETE', id, stranger),
    await one(getOne, 'GET', 'x'),
  ])
    expect(code(answer)).toEqual([404, 'ads/draft-not-found']);
  expect((await list(stranger)).map((draft) => draft.id)).not.toContain(id);
  expect((await one(getOne, 'GET', id)).json).toMatchObject({ fields: { secret: 1 } });
});

test('a program names the person, who has to be an advertiser', async () => {
  expect(code(await post({ fields: {} }, key))).toEqual([422, 'ads/draft-owner-missing']);
  expect(code(await post({ fields: {}, ownerId: 987_654 }, key))).toEqual([422, 'ads/not-an-advertiser']);
  const made = await post({ fields: {}, ownerId: naraUser.id }, key);
  expect(made.status).toBe(201);
  expect((await list()).map(({ id }) => id)).toContain((made.json as AdDraft).id);
  expect(code(await post({ fields: {}, ownerId: naraUser.id }, stranger))).toEqual([422, 'ads/owner-not-yours']);
});

const deep = (levels: number): unknown => (levels === 0 ? 1 : { a: deep(levels - 1) });

test.each([
  [{}],
  [{ fields: 'x' }],
  [{ fields: [] }],
  [{ fields: { text: 'x'.repeat(20_000) } }],
  [{ fields: deep(9) }],
  [{ fields: { a: ['b\u0000'] } }],
  [{ fields: { 'a\u0000': 1 } }],
  [{ fields: { a: { b: '\ud800' } } }],
])('refuses what is no form, or too much of one, at /fields', async (body) => {
  const answer = await post(body);
  expect(answer).toMatchObject({ status: 422, json: { errors: [{ pointer: '/fields' }] } });
});

test('a body that is far too large is not read', async () => {
  expect(code(await post({ fields: { text: 'x'.repeat(200_000) } }))).toEqual([413, 'platform/too-large']);
});

test('one person keeps at most a hundred', async () => {
  const user = await makeUser(db(), { email: 'writer@example.com', roles: ['advertiser'] });
  const writer = await signedIn(db(), user.id);
  await db().$client.query(`insert into ad_drafts (owner_id, fields) select $1, '{}' from generate_series(1, 99)`, [
    user.id,
  ]);
  expect((await post({ fields: {} }, writer)).status).toBe(201);
  expect(code(await post({ fields: {} }, writer))).toEqual([409, 'ads/too-many-drafts']);
});

const ad = () => ({
  name: randomUUID(),
  text: 'text',
  rewardPoints: 1,
  places: 1,
  startsAt: '2031-01-01',
  endsAt: '2031-01-02',
});

test('registering the ad takes its draft away, in one go, once', async () => {
  const { id: draftId } = await create({ name: 'x' });
  const body = { ...ad(), draftId };
  expect((await call(publish, { method: 'POST', body: { ...body, name: '' }, headers: nara })).status).toBe(422);
  expect((await one(getOne, 'GET', draftId)).status).toBe(200);
  expect((await call(publish, { method: 'POST', body, headers: nara })).status).toBe(201);
  expect((await one(getOne, 'GET', draftId)).status).toBe(404);
  expect(code(await call(publish, { method: 'POST', body: { ...ad(), draftId }, headers: nara }))).toEqual([
    404,
    'ads/draft-not-found',
  ]);
});

test('a refused registration leaves the draft, and a draft of another is not there', async () => {
  const { id: draftId } = await create({ name: 'x' });
  const taken = ad();
  await call(publish, { method: 'POST', body: taken, headers: nara });
  expect(code(await call(publish, { method: 'POST', body: { ...taken, draftId }, headers: nara }))).toEqual([
    409,
    'ads/name-taken',
  ]);
  expect((await one(getOne, 'GET', draftId)).status).toBe(200);
  const other = await makeUser(db(), { email: 'third@example.com', roles: ['advertiser'] });
  const third = await signedIn(db(), other.id);
  const refused = { ...ad(), draftId };
  expect(code(await call(publish, { method: 'POST', body: refused, headers: stranger })), 'also for an admin').toEqual([
    404,
    'ads/draft-not-found',
  ]);
  expect(code(await call(publish, { method: 'POST', body: refused, headers: third }))).toEqual([
    404,
    'ads/draft-not-found',
  ]);
  const { rows } = await db().$client.query('select from ads where name = $1', [refused.name]);
  expect(rows).toEqual([]);
});

test('wants the scope', async () => {
  const reader = { authorization: (await bearer(['ads:read'])).authorization };
  expect(code(await post({ fields: {} }, reader))).toEqual([403, 'accounts/missing-scope']);
  expect((await call(GET, { headers: {} })).status).toBe(401);
});
