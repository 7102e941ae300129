import { eq } from 'drizzle-orm';
import { apiKeys } from '@/db/schema/accounts';
import { transaction } from '@/lib/platform/database';
import type { By } from './actor';
import { appendAudit } from './audit';
import { keyCache } from './key-cache';
import { type KeyRow, keyColumns, lockKey } from './store';

/** Ends a key for good; twice is once. This process refuses it at once, others within two seconds. Errors: accounts/key-not-found. */
export async function revokeKey({ keyId, actor, requestId, now }: By & { keyId: number }): Promise<KeyRow> {
  const { hash, row } = await transaction(async (tx) => {
    const { hash, ...before } = await lockKey(tx, keyId);
    if (before.revokedAt) return { hash, row: before };
    const [after = before] = await tx
      .update(apiKeys)
      .set({ revokedAt: now })
      .where(eq(apiKeys.id, keyId))
      .returning(keyColumns);
    const subject = { kind: 'key', id: keyId };
    await appendAudit(tx, { actor, action: 'key.revoked', subject, before, after, requestId });
    return { hash, row: after };
  });
  // After the commit: a look-up in between would have found the key alive and remembered that.
  keyCache().delete(hash);
  return row;
}
