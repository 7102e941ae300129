import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { apiKeys } from '@/db/schema/accounts';
import { db } from '@/lib/platform/database';
import { demoPageKey } from './demo-page-key';
import { findKeyActor } from './find-key-actor';
import { signViewerToken } from './sign-viewer-token';
import { verifyViewerToken } from './viewer-token';

const now = new Date();
const rows = () => db().select().from(apiKeys).where(eq(apiKeys.name, 'Demo page'));

test('twenty first visitors at once make one key, and all get the same', async () => {
  const made = await Promise.all(Array.from({ length: 20 }, () => demoPageKey(now)));
  expect(new Set(made.map(({ key }) => key)).size).toBe(1);
  expect(new Set(made.map(({ id }) => id))).toEqual(new Set((await rows()).map(({ id }) => id)));
  expect(await rows()).toHaveLength(1);
});

test('the key may send events, play videos and tell of them, and nothing else, also one of an earlier version', async () => {
  const { id, key } = await demoPageKey(now);
  await db()
    .update(apiKeys)
    .set({ scopes: ['events:write'] })
    .where(eq(apiKeys.id, id));
  await demoPageKey(now);
  expect(await findKeyActor(key)).toMatchObject({
    id,
    keyKind: 'publishable',
    scopes: ['events:write', 'videos:read', 'watch:write'],
    requestsPerSecond: 20,
    burst: 100,
  });
});

test('a revoked key stays revoked', async () => {
  const { id, key } = await demoPageKey(now);
  await db().update(apiKeys).set({ revokedAt: now }).where(eq(apiKeys.id, id));
  expect(await demoPageKey(now)).toEqual({ id, key });
  expect((await rows())[0]?.revokedAt).toEqual(now);
});

test('a signed viewer token names its member to its own key alone', async () => {
  const expiresAt = new Date('2030-01-01T00:00:00Z');
  const token = await signViewerToken({ keyId: 7, memberId: 'member-1', expiresAt });
  expect(await verifyViewerToken(token, 7)).toEqual({ ok: true, memberId: 'member-1', expiresAt });
  expect(await verifyViewerToken(token, 8)).toEqual({ ok: false, reason: 'forged' });
});
