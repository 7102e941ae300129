import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { LRUCache } from 'lru-cache';
import { apiKeys } from '@/db/schema/accounts';
import { ingestDb } from '@/lib/platform/database';
import { singleton } from '@/lib/platform/singleton';

const MINUTE = 60_000;

/** Writes "last used" at most once a minute a key, whatever the number of processes; the request does not wait for it. */
export function noteKeyUse(keyId: number, at: Date): void {
  const noted = notedAt();
  if (at.getTime() - (noted.get(keyId) ?? 0) < MINUTE) return;
  noted.set(keyId, at.getTime());
  writeLastUse(keyId, at).catch((error: unknown) => {
    noted.delete(keyId);
    console.warn(`keys: last use of ${keyId} was not written (${error instanceof Error ? error.message : error})`);
  });
}

const notedAt = () => singleton('key-uses', () => new LRUCache<number, number>({ max: 10_000 }));

async function writeLastUse(keyId: number, at: Date): Promise<void> {
  const aMinuteAgo = new Date(at.getTime() - MINUTE);
  await ingestDb()
    .update(apiKeys)
    .set({ lastUsedAt: at })
    .where(and(eq(apiKeys.id, keyId), or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, aMinuteAgo))));
}
