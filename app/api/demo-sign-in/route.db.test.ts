import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { DEMO_PEOPLE, makeDemoPeople, makeUser } from '@/db/builders/people';
import { sessions } from '@/db/schema/accounts';
import { call } from '@/lib/http/testing/call';
import { db } from '@/lib/platform/database';
import { sha256 } from '@/lib/platform/secret';
import { GET as getMe } from '../v1/me/route';
import { GET, POST } from './route';

let adminId = 0;
beforeAll(async () => {
  await makeDemoPeople(db(), new Date('2026-01-01'));
  const [admin] = await makeDemoPeople(db(), new Date('2026-01-01')); // a second seed is once
  adminId = admin?.id ?? 0;
});

const signIn = (body: unknown, headers: Record<string, string> = {}) => call(POST, { method: 'POST', body, headers });
const cookieOf = (answer: { headers: Headers }) => answer.headers.get('set-cookie')?.split(';')[0] ?? '';

test('lists the people of the demo in their order', async () => {
  const { items } = (await call(GET, {})).json as { items: unknown[] };
  expect(items).toMatchObject(DEMO_PEOPLE.map(({ email, name }) => ({ email, name })));
  expect(items[0]).toEqual({
    userId: adminId,
    name: '운영자 한지우',
    email: 'admin@demo.boxoffice.example',
    roles: ['admin', 'member'],
  });
});

test('one press opens a session of that person, as next-auth would', async () => {
  const answer = await signIn({ userId: adminId, callbackUrl: '/overview?a=1' });
  expect(answer).toMatchObject({ status: 200, json: { url: '/overview?a=1' } });
  expect(answer.headers.get('set-cookie')).toMatch(
    /^next-auth\.session-token=[\w-]{43}; Path=\/; Expires=[^;]+GMT; HttpOnly; SameSite=Lax$/,
  );
  const me = await call(getMe, { headers: { cookie: cookieOf(answer) } });
  expect(me.json).toMatchObject({ id: adminId, roles: ['admin', 'member'] });
});

test('over https the cookie is for https alone', async () => {
  const answer = await signIn({ userId: adminId }, { 'x-forwarded-proto': 'https' });
  expect(answer.headers.get('set-cookie')).toMatch(/^__Secure-next-auth\.session-token=.*; Secure;/);
});

test('the session that the browser had ends', async () => {
  const first = cookieOf(await signIn({ userId: adminId }));
  const second = cookieOf(await signIn({ userId: adminId }, { cookie: first }));
  expect((await call(getMe, { headers: { cookie: first } })).status).toBe(401);
  expect((await call(getMe, { headers: { cookie: second } })).status).toBe(200);
});

test('expired sessions of the person are swept away', async () => {
  const token = cookieOf(await signIn({ userId: adminId })).split('=')[1] ?? '';
  const old = eq(sessions.tokenHash, sha256(token));
  await db()
    .update(sessions)
    .set({ expiresAt: new Date(0) })
    .where(old);
  await signIn({ userId: adminId });
  expect(await db().select().from(sessions).where(old)).toEqual([]);
});

test('a form works too, and is led on', async () => {
  const answer = await call(POST, {
    method: 'POST',
    raw: new URLSearchParams({ userId: String(adminId), callbackUrl: '/keys' }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe('/keys');
  expect(cookieOf(answer)).toMatch(/^next-auth/);
});

test.each(['https://evil.example', '//evil.example', '/\\evil.example'])('does not lead to %s', async (callbackUrl) => {
  expect((await signIn({ userId: adminId, callbackUrl })).json).toEqual({ url: '/' });
});

test('refuses people who are not of the demo', async () => {
  const real = await makeUser(db(), { email: 'real@example.com', roles: ['admin'] });
  for (const userId of [real.id, 0, 4_711_471_147]) {
    const answer = await signIn({ userId });
    expect(answer.json).toMatchObject({ status: 404, code: 'accounts/user-not-found' });
    expect(answer.headers.get('set-cookie')).toBeNull();
  }
});

test('refuses another site and what is no person', async () => {
  expect((await signIn({ userId: adminId }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await signIn({ userId: 'admin' })).json).toMatchObject({ status: 422, errors: [{ pointer: '/userId' }] });
  expect((await call(POST, { method: 'POST', raw: '{' })).status).toBe(400);
});
