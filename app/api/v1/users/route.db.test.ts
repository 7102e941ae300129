import { desc, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BuiltUser, makeUser, signedIn } from '@/db/builders/people';
import { auditLog, sessions } from '@/db/schema/accounts';
import { bearer, call } from '@/lib/http/testing/call';
import { db } from '@/lib/platform/database';
import { GET as me } from '../me/route';
import { DELETE as endSession } from '../sessions/[id]/route';
import { PUT } from './[id]/roles/route';
import { GET as getOne, PATCH } from './[id]/route';
import { DELETE as endSessions, GET as listSessions } from './[id]/sessions/route';
import { GET } from './route';

let admin: Record<string, string>;
let boss: BuiltUser;
let kim: BuiltUser;
beforeAll(async () => {
  boss = await makeUser(db(), { email: 'boss@example.com', name: '한대표', roles: ['admin'] });
  admin = await signedIn(db(), boss.id);
});
let number = 0;
beforeEach(async () => {
  number += 1;
  kim = await makeUser(db(), { email: `kim-${number}@example.com`, name: `김${number}`, roles: ['creator'] });
});

type User = { id: number; [field: string]: unknown };
type List = { items: User[]; nextCursor: string | null };
const list = async (query: string) => (await call(GET, { headers: admin, path: `/${query}` })).json as List;
const at = (id: number | string) => ({ headers: admin, params: { id: String(id) } });
const auditOf = (userId: number) =>
  db()
    .select()
    .from(auditLog)
    .where(eq(auditLog.subjectId, String(userId)))
    .orderBy(desc(auditLog.id));

describe('the list of people', () => {
  test('shows roles, member id and the newest session', async () => {
    await signedIn(db(), kim.id);
    const [session] = await db().select().from(sessions).where(eq(sessions.userId, kim.id));
    expect((await list('')).items[0]).toEqual({
      id: kim.id,
      name: kim.name,
      email: kim.email,
      imageUrl: null,
      memberId: kim.memberId,
      roles: ['creator', 'member'],
      createdAt: kim.createdAt.toISOString(),
      lastSessionAt: session?.createdAt.toISOString(),
    });
  });

  test('finds by a part of name, address or member id, in any case of letters', async () => {
    await makeUser(db(), { email: 'Nam@Example.com', name: '남궁민', memberId: 'shop-100%_a' });
    for (const part of ['궁민', 'nam@EXAMPLE', 'SHOP-100']) {
      expect((await list(`?search=${encodeURIComponent(part)}`)).items, part).toMatchObject([{ name: '남궁민' }]);
    }
  });

  test('takes % and _ and \\ for what they are', async () => {
    await makeUser(db(), { email: 'percent@example.com', memberId: 'x%y' });
    expect((await list('?search=x%25y')).items).toMatchObject([{ memberId: 'x%y' }]);
    expect((await list('?search=x_y')).items).toEqual([]);
    expect((await list('?search=%5C')).items).toEqual([]);
  });

  test('holds one role when asked to', async () => {
    const { items } = await list('?role=admin');
    expect(items.map((item) => item.id)).toEqual([boss.id]);
  });

  test('goes page by page, newest first, nobody twice', async () => {
    const seen: number[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: List = await list(`?limit=3${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a));
    expect(seen).toContain(boss.id);
    expect(seen).toContain(kim.id);
  });

  test.each([
    ['?role=king', '?role'],
    ['?limit=0', '?limit'],
    ['?limit=1000', '?limit'],
    ['?search=%00', '?search'],
    ['?cursor=x', '?cursor'],
  ])('%s is refused at %s', async (query, pointer) => {
    const answer = await call(GET, { headers: admin, path: `/${query}` });
    expect(answer.json).toMatchObject({ status: 422, errors: [{ pointer }] });
  });
});

describe('the member id of a person', () => {
  const link = (id: number | string, memberId: unknown) =>
    call(PATCH, { method: 'PATCH', body: { memberId }, ...at(id) });

  test('is linked by an admin, and written down with both', async () => {
    expect(await link(kim.id, ' platform-7 ')).toMatchObject({
      status: 200,
      json: { id: kim.id, memberId: 'platform-7' },
    });
    expect(await auditOf(kim.id)).toMatchObject([
      { action: 'user.member-linked', before: { memberId: kim.memberId }, after: { memberId: 'platform-7' } },
    ]);
  });

  test('belongs to one person', async () => {
    expect((await link(kim.id, boss.memberId)).json).toMatchObject({ status: 409, code: 'accounts/member-id-taken' });
    expect(await auditOf(kim.id)).toEqual([]);
    const race = await Promise.all([link(kim.id, 'wanted'), link(boss.id, 'wanted')]);
    expect(race.map((answer) => answer.status).sort()).toEqual([200, 409]);
  });

  test('the same again changes nothing', async () => {
    expect((await link(kim.id, kim.memberId)).status).toBe(200);
    expect(await auditOf(kim.id)).toEqual([]);
  });

  test.each(['', '   ', 'x'.repeat(65), 'a\nb', 7, null])('%j is none', async (memberId) => {
    expect((await link(kim.id, memberId)).json).toMatchObject({ status: 422, errors: [{ pointer: '/memberId' }] });
  });
});

describe('roles', () => {
  const put = (id: number | string, roles: unknown) => call(PUT, { method: 'PUT', body: { roles }, ...at(id) });

  test('are given and taken at once, for sessions that are open too', async () => {
    const browser = await signedIn(db(), kim.id);
    expect((await call(GET, { headers: browser })).status).toBe(403);
    expect(await put(kim.id, ['admin'])).toMatchObject({ status: 200, json: { roles: ['admin', 'member'] } });
    expect((await call(GET, { headers: browser })).status).toBe(200);
    await put(kim.id, []);
    expect((await call(GET, { headers: browser })).status).toBe(403);
  });

  test('cannot be taken from the last admin', async () => {
    expect((await put(boss.id, ['member'])).json).toMatchObject({ status: 409, code: 'accounts/last-admin' });
  });

  test('are known ones', async () => {
    expect((await put(kim.id, ['king'])).json).toMatchObject({ status: 422, errors: [{ pointer: '/roles/0' }] });
  });
});

describe('sessions of a person', () => {
  test('are listed newest first, and the one that asks is marked', async () => {
    await signedIn(db(), boss.id);
    const answer = await call(listSessions, at(boss.id));
    const { items } = answer.json as { items: { current: boolean; id: number }[] };
    expect(items.filter((item) => item.current)).toHaveLength(1);
    expect(items[0]?.current).toBe(false);
    expect(JSON.stringify(items)).not.toMatch(/hash/i);
  });

  test('an expired one is not listed', async () => {
    await signedIn(db(), kim.id);
    await db().update(sessions).set({ expiresAt: new Date() }).where(eq(sessions.userId, kim.id));
    expect((await call(listSessions, at(kim.id))).json).toEqual({ items: [], nextCursor: null });
  });

  test('one is ended at once, and a second time it is not there', async () => {
    const [first, second] = [await signedIn(db(), kim.id), await signedIn(db(), kim.id)];
    const { items } = (await call(listSessions, at(kim.id))).json as { items: { id: number }[] };
    const newest = items[0]?.id ?? 0;
    expect((await call(endSession, { method: 'DELETE', ...at(newest) })).status).toBe(204);
    expect((await call(me, { headers: second })).status).toBe(401);
    expect((await call(me, { headers: first })).status).toBe(200);
    const again = await call(endSession, { method: 'DELETE', ...at(newest) });
    expect(again.json).toMatchObject({ status: 404, code: 'accounts/session-not-found' });
    expect(await auditOf(kim.id)).toMatchObject([
      { action: 'session.revoked', before: { id: newest, userId: kim.id } },
    ]);
  });

  test('all are ended at once, and the answer says how many', async () => {
    const browsers = [await signedIn(db(), kim.id), await signedIn(db(), kim.id)];
    expect((await call(endSessions, { method: 'DELETE', ...at(kim.id) })).json).toEqual({ revoked: 2 });
    for (const headers of browsers) expect((await call(me, { headers })).status).toBe(401);
    expect((await call(endSessions, { method: 'DELETE', ...at(kim.id) })).json).toEqual({ revoked: 0 });
    expect((await auditOf(kim.id)).map((entry) => entry.action)).toEqual(['sessions.revoked']);
  });
});

test.each(['0', 'abc', '4711471147'])('nobody has the id %s', async (id) => {
  const missing = { status: 404, code: 'accounts/user-not-found' };
  const answers = [
    call(getOne, at(id)),
    call(PATCH, { method: 'PATCH', body: { memberId: 'x' }, ...at(id) }),
    call(PUT, { method: 'PUT', body: { roles: [] }, ...at(id) }),
    call(listSessions, at(id)),
    call(endSessions, { method: 'DELETE', ...at(id) }),
  ];
  for (const answer of await Promise.all(answers)) expect(answer.json).toMatchObject(missing);
});

test('people are for admins, and for keys with the scope', async () => {
  const browser = await signedIn(db(), kim.id);
  const own = { headers: browser, params: { id: String(kim.id) } };
  expect((await call(getOne, own)).status).toBe(403);
  expect((await call(PUT, { method: 'PUT', body: { roles: ['admin'] }, ...own })).status).toBe(403);
  expect((await call(endSessions, { method: 'DELETE', ...own })).status).toBe(403);
  expect((await call(GET, {})).status).toBe(401);
  const reader = { authorization: (await bearer(['accounts:read'])).authorization };
  expect((await call(GET, { headers: reader })).status).toBe(200);
  const changed = await call(PUT, { ...own, method: 'PUT', body: { roles: ['admin'] }, headers: reader });
  expect(changed.status).toBe(403);
});
