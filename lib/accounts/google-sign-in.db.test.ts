import { eq } from 'drizzle-orm';
import { OAuth2Server } from 'oauth2-mock-server';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { makeUser } from '@/db/builders/people';
import { sessions } from '@/db/schema/accounts';
import { db } from '@/lib/platform/database';
import { sha256 } from '@/lib/platform/secret';
import { findSessionActor } from './find-session-actor';
import { makeSessionToken, openSession } from './open-session';
import { NextAuthBrowser } from './testing/next-auth-browser';

const google = new OAuth2Server();
await google.issuer.keys.generate('RS256');
await google.start(0, '127.0.0.1');
process.env.GOOGLE_CLIENT_ID = 'boxoffice';
process.env.GOOGLE_CLIENT_SECRET = 'boxoffice-secret';
process.env.GOOGLE_ISSUER = google.issuer.url ?? '';
process.env.NEXTAUTH_URL = 'http://boxoffice.test';
afterAll(() => google.stop());

let claims: Record<string, unknown>;
google.service.on('beforeTokenSigning', (token: { payload: Record<string, unknown> }) => {
  Object.assign(token.payload, { aud: 'boxoffice', ...claims });
});
const person = (name: string) => ({ sub: `sub-${name}`, email: `${name}@example.com`, email_verified: true, name });

beforeEach(() => {
  claims = person('kim');
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

/** Presses the button, says yes at Google, and comes back with what Google sent. */
async function signIn(browser: NextAuthBrowser, callbackUrl = '/overview', tamper: Record<string, string> = {}) {
  const leaving = await browser.post('signin/google', { callbackUrl, json: 'true' });
  const { url } = leaving.body as { url: string };
  const consent = await fetch(url, { redirect: 'manual' });
  const back = new URL(consent.headers.get('location') ?? '');
  expect(back.href).toContain('http://boxoffice.test/api/auth/callback/google?');
  return browser.get('callback/google', { ...Object.fromEntries(back.searchParams), ...tamper });
}
const actorOf = (browser: NextAuthBrowser) => (browser.session ? findSessionActor(browser.session) : null);

test('somebody who comes back from Google has a session and is where they wanted to go', async () => {
  const browser = new NextAuthBrowser();
  expect(await signIn(browser, '/overview?from=2026-01-01')).toMatchObject({
    status: 302,
    location: 'http://boxoffice.test/overview?from=2026-01-01',
  });
  expect(await actorOf(browser)).toMatchObject({ email: 'kim@example.com', name: 'kim', roles: ['member'] });
});

test('the session lasts 30 days, and its token is kept nowhere', async () => {
  const browser = new NextAuthBrowser();
  await signIn(browser);
  const token = browser.session ?? '';
  expect(token).toMatch(/^[\w-]{43}$/);
  const rows = await db().select().from(sessions);
  expect(JSON.stringify(rows)).not.toContain(token);
  const row = rows.find(({ tokenHash }) => tokenHash === sha256(token));
  const days = ((row?.expiresAt.getTime() ?? 0) - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(29.99);
  expect(days).toBeLessThanOrEqual(30);
});

test('an address that Google did not verify gets no session', async () => {
  claims = { ...person('eve'), email: 'kim@example.com', email_verified: false };
  const browser = new NextAuthBrowser();
  expect(await signIn(browser)).toMatchObject({ location: '/sign-in?error=EmailNotVerified' });
  expect(browser.session).toBeNull();
});

test('a profile without the claim counts as not verified', async () => {
  claims = { sub: 'sub-x', email: 'x@example.com', name: 'x' };
  const browser = new NextAuthBrowser();
  expect(await signIn(browser)).toMatchObject({ location: '/sign-in?error=EmailNotVerified' });
});

test('the session that the browser had ends, even when it was somebody else’s', async () => {
  const other = await makeUser(db(), { email: 'somebody-else@example.com' });
  const token = makeSessionToken();
  const soon = new Date(Date.now() + 60_000);
  await openSession(db(), { userId: other.id, token, expiresAt: soon, now: new Date() });
  const browser = new NextAuthBrowser();
  browser.cookies.set('next-auth.session-token', token);
  claims = person('newcomer');
  await signIn(browser);
  expect(browser.session).not.toBe(token);
  expect(await actorOf(browser)).toMatchObject({ email: 'newcomer@example.com' });
  expect(await findSessionActor(token)).toBeNull();
});

test.each(['https://evil.example/', '//evil.example/x', '/\\evil.example', 'javascript:alert(1)'])(
  'sign-in does not lead to %s',
  async (callbackUrl) => {
    const { location } = await signIn(new NextAuthBrowser(), callbackUrl);
    expect(new URL(location ?? '').origin).toBe('http://boxoffice.test');
  },
);

test.each([
  ['another state', {}, { state: 'another' }],
  ['a token for another client', { aud: 'another-client' }, {}],
  ['a token of another sign-in', { nonce: 'another' }, {}],
  ['a token of another issuer', { iss: 'https://accounts.evil.example' }, {}],
])('%s gets no session', async (_, more, tamper) => {
  claims = { ...person('kim'), ...more };
  const browser = new NextAuthBrowser();
  expect((await signIn(browser, '/', tamper)).location).toMatch(/error=OAuthCallback/);
  expect(browser.session).toBeNull();
});

test('leaving for Google needs the token against forged requests', async () => {
  const { location, body } = await new NextAuthBrowser().post('signin/google', { csrfToken: 'forged' });
  expect({ location, body }).toEqual({ location: 'http://boxoffice.test/api/auth/signin?csrf=true', body: null });
});

test('signing out ends the session in the database too', async () => {
  const browser = new NextAuthBrowser();
  await signIn(browser);
  const token = browser.session ?? '';
  await browser.post('signout', { callbackUrl: '/sign-in', json: 'true' });
  expect(browser.session).toBeNull();
  expect(
    await db()
      .select()
      .from(sessions)
      .where(eq(sessions.tokenHash, sha256(token))),
  ).toEqual([]);
});

test('next-auth shows the session and prolongs it once it is a day old', async () => {
  const browser = new NextAuthBrowser();
  await signIn(browser);
  const hash = sha256(browser.session ?? '');
  const aged = new Date(Date.now() + 10 * 86_400_000);
  await db().update(sessions).set({ expiresAt: aged }).where(eq(sessions.tokenHash, hash));
  expect(await browser.get('session')).toMatchObject({ body: { user: { name: 'kim', email: 'kim@example.com' } } });
  const [row] = await db().select().from(sessions).where(eq(sessions.tokenHash, hash));
  expect(row?.expiresAt.getTime()).toBeGreaterThan(aged.getTime() + 19 * 86_400_000);
});

test('where Google signs people in there is no demo sign-in', async () => {
  const { GET, POST } = await import('@/app/api/demo-sign-in/route');
  const request = (method: string) => new Request('http://boxoffice.test/api/demo-sign-in', { method });
  expect((await GET(request('GET'))).status).toBe(404);
  expect((await POST(request('POST'))).status).toBe(404);
});
