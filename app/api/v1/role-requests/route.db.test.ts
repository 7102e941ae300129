import { desc, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { type BuiltUser, makeUser, signedIn } from '@/db/builders/people';
import { auditLog } from '@/db/schema/accounts';
import { bearer, call } from '@/lib/http/testing/call';
import { db } from '@/lib/platform/database';
import { GET as getMe } from '../me/route';
import { POST as decline } from './[id]/decline/route';
import { POST as grant } from './[id]/grant/route';
import { GET, POST } from './route';

let admin: Record<string, string>;
beforeAll(async () => {
  admin = await signedIn(db(), (await makeUser(db(), { email: 'admin@example.com', roles: ['admin'] })).id);
});

let person: BuiltUser;
let browser: Record<string, string>;
let number = 0;
beforeEach(async () => {
  number += 1;
  person = await makeUser(db(), { email: `person-${number}@example.com`, name: `사람 ${number}` });
  browser = await signedIn(db(), person.id);
});

type Request = { id: number; [field: string]: unknown };
const ask = (body: unknown, headers = browser) => call(POST, { method: 'POST', body, headers });
const asked = async (role = 'creator') => (await ask({ role, note: '영상을 올리고 싶어요' })).json as Request;
const answer = (door: typeof grant, id: number | string, headers = admin) =>
  call(door, { method: 'POST', headers, params: { id: String(id) } });
const me = async () => (await call(getMe, { headers: browser })).json as { roles: string[]; roleRequests: Request[] };
const auditOf = () =>
  db()
    .select()
    .from(auditLog)
    .where(eq(auditLog.subjectId, String(person.id)))
    .orderBy(desc(auditLog.id));

test('a person asks, sees that it waits, and the admin sees who and why', async () => {
  const first = await ask({ role: 'creator', note: '영상을 올리고 싶어요' });
  expect(first).toMatchObject({ status: 201, json: { role: 'creator', state: 'waiting', userId: person.id } });
  expect((await me()).roleRequests).toMatchObject([{ role: 'creator', state: 'waiting' }]);
  const { items } = (await call(GET, { headers: admin })).json as { items: Request[] };
  expect(items.at(-1)).toMatchObject({
    userName: person.name,
    userEmail: person.email,
    note: '영상을 올리고 싶어요',
  });
});

test('a second open request for the same role is refused, one for another is not', async () => {
  await asked();
  expect((await ask({ role: 'creator' })).json).toMatchObject({ status: 409, code: 'accounts/already-asked' });
  expect((await ask({ role: 'advertiser' })).status).toBe(201);
});

test('of ten at once one is taken', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => ask({ role: 'creator' })));
  expect(answers.map((one) => one.status).sort()).toEqual([201, ...Array(9).fill(409)]);
});

test('granting gives the role at once and writes it down', async () => {
  const { id } = await asked();
  expect(await answer(grant, id)).toMatchObject({ status: 200, json: { id, state: 'granted' } });
  expect(await me()).toMatchObject({ roles: ['creator', 'member'], roleRequests: [{ state: 'granted' }] });
  expect(await auditOf()).toMatchObject([
    {
      action: 'role-request.granted',
      before: { roles: ['member'], roleRequest: { id, state: 'waiting' } },
      after: { roles: ['creator', 'member'], roleRequest: { id, state: 'granted' } },
    },
  ]);
  expect((await ask({ role: 'creator' })).json).toMatchObject({ status: 409, code: 'accounts/role-held' });
});

test('declining gives nothing, and the person may ask again', async () => {
  const { id } = await asked();
  expect(await answer(decline, id)).toMatchObject({ status: 200, json: { state: 'declined' } });
  expect((await me()).roles).toEqual(['member']);
  expect((await auditOf())[0]).toMatchObject({ action: 'role-request.declined' });
  expect((await ask({ role: 'creator' })).status).toBe(201);
});

test('the same answer twice is once, the other one is refused', async () => {
  const { id } = await asked();
  await answer(grant, id);
  expect((await answer(grant, id)).status).toBe(200);
  expect((await answer(decline, id)).json).toMatchObject({ status: 409, code: 'accounts/already-decided' });
  expect(await auditOf()).toHaveLength(1);
});

test('of a grant and a refusal at once one stands, and the roles follow it', async () => {
  for (let round = 0; round < 8; round++) {
    person = await makeUser(db(), { email: `race-${round}@example.com` });
    browser = await signedIn(db(), person.id);
    const { id } = await asked();
    const [granted, declined] = await Promise.all([answer(grant, id), answer(decline, id)]);
    expect([granted.status, declined.status].sort()).toEqual([200, 409]);
    expect((await me()).roles).toEqual(granted.status === 200 ? ['creator', 'member'] : ['member']);
  }
});

test('answered requests leave the list of those that wait', async () => {
  const { id } = await asked();
  await answer(decline, id);
  const { items } = (await call(GET, { headers: admin })).json as { items: Request[] };
  expect(items.map((item) => item.id)).not.toContain(id);
});

test.each([
  [{ role: 'admin' }, '/role'],
  [{ role: 'member' }, '/role'],
  [{}, '/role'],
  [{ role: 'creator', note: 'x'.repeat(501) }, '/note'],
  [{ role: 'creator', note: 'a\u0000b' }, '/note'],
])('%j is refused at %s', async (body, pointer) => {
  expect((await ask(body)).json).toMatchObject({ status: 422, errors: [{ pointer }] });
});

test.each(['0', 'abc', '4711471147'])('no request has the id %s', async (id) => {
  const missing = { status: 404, code: 'accounts/role-request-not-found' };
  expect((await answer(grant, id)).json).toMatchObject(missing);
  expect((await answer(decline, id)).json).toMatchObject(missing);
});

test('people ask, admins answer', async () => {
  const { id } = await asked();
  expect((await answer(grant, id, browser)).status).toBe(403);
  expect((await call(GET, { headers: browser })).status).toBe(403);
  const { authorization } = await bearer(['*']);
  expect((await ask({ role: 'creator' }, { authorization })).status).toBe(403);
  expect((await ask({ role: 'creator' }, {})).status).toBe(401);
});
