import { SignJWT, UnsecuredJWT } from 'jose';
import { beforeEach, expect, test, vi } from 'vitest';
import { verifyViewerToken, viewerTokenSecret } from './viewer-token';

const bytes = (text: string) => new TextEncoder().encode(text);
const sign = (payload: Record<string, unknown>, secret = viewerTokenSecret(7), alg = 'HS256') =>
  new SignJWT(payload).setProtectedHeader({ alg }).sign(bytes(secret));

const exp = 1_893_456_000; // 2030-01-01T00:00:00Z

beforeEach(() => {
  vi.restoreAllMocks();
  vi.spyOn(console, 'error');
});

test('a token signed with the secret of the key names its member', async () => {
  expect(await verifyViewerToken(await sign({ sub: 'mem_1', exp }), 7)).toEqual({
    ok: true,
    memberId: 'mem_1',
    expiresAt: new Date('2030-01-01T00:00:00Z'),
  });
});

test('an expired token still says whom it named and until when', async () => {
  expect(await verifyViewerToken(await sign({ sub: 'mem_1', exp: 1 }), 7)).toEqual({
    ok: true,
    memberId: 'mem_1',
    expiresAt: new Date(1000),
  });
});

test('each key has a secret of its own, the same at every look', () => {
  expect(viewerTokenSecret(7)).toBe(viewerTokenSecret(7));
  expect(viewerTokenSecret(7)).not.toBe(viewerTokenSecret(8));
  expect(viewerTokenSecret(7).length).toBeGreaterThanOrEqual(43);
});

test('a token of another key is forged, also when the right key has just accepted it', async () => {
  const token = await sign({ sub: 'mem_1', exp });
  expect(await verifyViewerToken(token, 7)).toMatchObject({ ok: true });
  expect(await verifyViewerToken(token, 8)).toEqual({ ok: false, reason: 'forged' });
});

test('a changed payload is forged', async () => {
  const [header, , signature] = (await sign({ sub: 'mem_1', exp })).split('.');
  const payload = Buffer.from(JSON.stringify({ sub: 'mem_2', exp })).toString('base64url');
  expect(await verifyViewerToken(`${header}.${payload}.${signature}`, 7)).toEqual({ ok: false, reason: 'forged' });
});

test('another algorithm is forged, the right secret or not', async () => {
  const token = await sign({ sub: 'mem_1', exp }, viewerTokenSecret(7).repeat(2), 'HS512');
  expect(await verifyViewerToken(token, 7)).toEqual({ ok: false, reason: 'forged' });
  const unsigned = new UnsecuredJWT({ sub: 'mem_1', exp }).encode();
  expect(await verifyViewerToken(unsigned, 7)).toMatchObject({ ok: false });
});

test.each([
  ['no token at all', () => 'hello'],
  ['an empty string', () => ''],
  ['no expiry', () => sign({ sub: 'mem_1' })],
  ['no member', () => sign({ exp })],
  ['a member id of 65 characters', () => sign({ sub: 'm'.repeat(65), exp })],
  ['a member id that is a number', () => sign({ sub: 1 as unknown as string, exp })],
  ['a member id with a character that cannot be stored', () => sign({ sub: 'mem\u0000', exp })],
  ['a member id with half a letter', () => sign({ sub: 'mem\ud800', exp })],
  ['an expiry beyond all dates', () => sign({ sub: 'mem_1', exp: 1e300 })],
  ['more than 2,048 characters', () => sign({ sub: 'mem_1', exp, more: 'x'.repeat(2048) })],
])('%s is malformed', async (_, make) => {
  expect(await verifyViewerToken(await make(), 7)).toEqual({ ok: false, reason: 'malformed' });
});

test('500 events with one token verify it once', async () => {
  const token = await sign({ sub: 'mem_500', exp });
  const verify = vi.spyOn(crypto.subtle, 'verify');
  const verdicts = await Promise.all(Array.from({ length: 500 }, () => verifyViewerToken(token, 7)));
  expect(verdicts.every((verdict) => verdict.ok && verdict.memberId === 'mem_500')).toBe(true);
  expect(verify).toHaveBeenCalledTimes(1);
});
