import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { makeUser, signedIn } from '@/db/builders/people';
import { sessions } from '@/db/schema/accounts';
import { SCOPES } from '@/lib/accounts/scopes';
import { bearer, call } from '@/lib/http/testing/call';
import { db } from '@/lib/platform/database';
import { GET } from './route';

test('says who is signed in and what the roles allow', async () => {
  const user = await makeUser(db(), { email: 'me@example.com', name: '나', roles: ['creator'] });
  expect(await call(GET, { headers: await signedIn(db(), user.id) })).toMatchObject({
    status: 200,
    json: {
      id: user.id,
      name: '나',
      email: 'me@example.com',
      imageUrl: null,
      memberId: user.memberId,
      roles: ['creator', 'member'],
      scopes: expect.arrayContaining([
        'ads:joinable',
        'ads:join',
        'members:read',
        'settlements:read',
        'streaming:read',
      ]),
      roleRequests: [],
    },
  });
});

test('an admin has every scope', async () => {
  const user = await makeUser(db(), { email: 'admin@example.com', roles: ['admin'] });
  const answer = await call(GET, { headers: await signedIn(db(), user.id) });
  expect(answer.json).toMatchObject({ scopes: [...SCOPES] });
});

test('a session ends with its time', async () => {
  const user = await makeUser(db(), { email: 'late@example.com' });
  const headers = await signedIn(db(), user.id);
  expect((await call(GET, { headers })).status).toBe(200);
  await db().update(sessions).set({ expiresAt: new Date() }).where(eq(sessions.userId, user.id));
  expect((await call(GET, { headers })).json).toMatchObject({ status: 401, code: 'accounts/unauthenticated' });
});

test.each(['', 'next-auth.session-token=', 'next-auth.session-token=%', 'next-auth.session-token=unknown', 'other=1'])(
  'the cookie %j is nobody',
  async (cookie) => {
    expect((await call(GET, { headers: { cookie } })).status).toBe(401);
  },
);

test('a key is nobody who is signed in, whatever it may do', async () => {
  const { authorization } = await bearer(['*']);
  expect((await call(GET, { headers: { authorization } })).status).toBe(403);
});

test('over https the cookie has another name, and works too', async () => {
  const user = await makeUser(db(), { email: 'secure@example.com' });
  const { cookie } = await signedIn(db(), user.id);
  expect((await call(GET, { headers: { cookie: `a=b; __Secure-${cookie}; c=d` } })).status).toBe(200);
});
