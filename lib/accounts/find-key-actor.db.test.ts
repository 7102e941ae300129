import { eq } from 'drizzle-orm';
import { beforeEach, expect, test, vi } from 'vitest';
import { apiKeys } from '@/db/schema/accounts';
import { db } from '@/lib/platform/database';
import { findKeyActor } from './find-key-actor';
import { type IssueKey, issueKey } from './issue-key';
import { keyCache } from './key-cache';

const now = new Date();
const make = (wanted: Partial<IssueKey> = {}) =>
  issueKey(db(), { name: 'shop', kind: 'secret', scopes: ['events:write'], allowedOrigins: [], now, ...wanted });
const rowOf = async (id: number) => (await db().select().from(apiKeys).where(eq(apiKeys.id, id)))[0];

beforeEach(() => keyCache().clear());

test('a key names its program with the rate of its kind', async () => {
  const secret = await make();
  expect(await findKeyActor(secret.key)).toEqual({
    kind: 'key',
    id: secret.row.id,
    name: 'shop',
    keyKind: 'secret',
    scopes: ['events:write'],
    allowedOrigins: [],
    requestsPerSecond: 200,
    burst: 1000,
  });
  const publishable = await make({ kind: 'publishable', allowedOrigins: ['https://shop.example'] });
  expect(await findKeyActor(publishable.key)).toMatchObject({
    keyKind: 'publishable',
    allowedOrigins: ['https://shop.example'],
    requestsPerSecond: 20,
    burst: 100,
  });
});

test('the key itself is kept nowhere', async () => {
  const { row, key } = await make();
  expect(key).toMatch(/^bo_sk_[0-9A-Za-z]{40}$/);
  expect(row.prefix).toBe(key.slice(0, 12));
  expect(row).not.toHaveProperty('hash');
  expect(JSON.stringify(await rowOf(row.id))).not.toContain(key.slice(12, 24));
});

test('refuses an unknown key, and remembers that for a moment', async () => {
  const { row, key } = await make();
  const almost = `${key.slice(0, -1)}${key.endsWith('a') ? 'b' : 'a'}`;
  expect(await findKeyActor(almost)).toBeNull();
  expect(await findKeyActor('bo_sk_short')).toBeNull();
  expect(await findKeyActor(`${key}\n`)).toBeNull();
  expect(keyCache().size).toBe(1);
  expect(row.id).toBeGreaterThan(0);
});

test('refuses a revoked key', async () => {
  const { row, key } = await make();
  await db().update(apiKeys).set({ revokedAt: now }).where(eq(apiKeys.id, row.id));
  expect(await findKeyActor(key)).toBeNull();
});

test('a key that another process revoked passes for two seconds at most', async () => {
  const { row, key } = await make();
  await findKeyActor(key);
  const began = performance.now();
  const clock = vi.spyOn(performance, 'now').mockReturnValue(began);
  await db().update(apiKeys).set({ revokedAt: now }).where(eq(apiKeys.id, row.id));
  expect(await findKeyActor(key)).not.toBeNull();
  clock.mockReturnValue(began + 2050);
  await new Promise((resolve) => setTimeout(resolve, 5)); // the cache keeps its own reading of the clock for 1 ms
  expect(await findKeyActor(key)).toBeNull();
});

test('refuses a key from its expiry on, even one that is in memory', async () => {
  const expiresAt = new Date(Date.now() + 3_600_000);
  const { key } = await make({ expiresAt });
  expect(await findKeyActor(key)).not.toBeNull();
  vi.useFakeTimers({ toFake: ['Date'], now: expiresAt });
  expect(await findKeyActor(key)).toBeNull();
  vi.useRealTimers();
});

test('a thousand requests at once ask the database once', async () => {
  const { key } = await make();
  await findKeyActor(key);
  keyCache().clear();
  const query = vi.spyOn(db().$client.constructor.prototype, 'query');
  const actors = await Promise.all(Array.from({ length: 1000 }, () => findKeyActor(key)));
  expect(actors.every((actor) => actor !== null)).toBe(true);
  expect(query).toHaveBeenCalledTimes(1);
});

test('writes the last use once a minute, without making anybody wait', async () => {
  const { row, key } = await make();
  await findKeyActor(key);
  await expect.poll(async () => (await rowOf(row.id))?.lastUsedAt).not.toBeNull();
  const first = (await rowOf(row.id))?.lastUsedAt;
  await findKeyActor(key);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect((await rowOf(row.id))?.lastUsedAt).toEqual(first);
});

test('a failed look-up is not remembered', async () => {
  const { key } = await make();
  vi.spyOn(db().$client.constructor.prototype, 'query').mockRejectedValueOnce(new Error('away'));
  await expect(findKeyActor(key)).rejects.toThrow();
  expect(await findKeyActor(key)).not.toBeNull();
});

test.each([
  [{ kind: 'publishable', scopes: ['stats:read'] }, 'accounts/scope-not-publishable'],
  [{ kind: 'publishable', scopes: ['*'] }, 'accounts/scope-not-publishable'],
  [{ scopes: ['everything'] }, 'accounts/unknown-scope'],
] as const)('refuses to make %o', async (wanted, code) => {
  await expect(make(wanted)).rejects.toMatchObject({ code, kind: 'invalid' });
});
