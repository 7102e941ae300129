import { eq } from 'drizzle-orm';
import { apiKeys } from '@/db/schema/accounts';
import { transaction } from '@/lib/platform/database';
import type { By } from './actor';
import { appendAudit } from './audit';
import { accountErrors } from './errors';
import { keyCache } from './key-cache';
import type { KeyChange } from './schema';
import { type KeyRow, keyColumns, lockKey } from './store';

/** Changes a key's name, origins or rate; never what it may do. Errors: accounts/key-not-found, accounts/key-revoked. */
export async function changeKey(input: By & { keyId: number; change: KeyChange }): Promise<KeyRow> {
  const { keyId, actor, requestId } = input;
  const { change } = input;
  const { hash, row } = await transaction(async (tx) => {
    const { hash, ...before } = await lockKey(tx, keyId);
    if (before.revokedAt) throw accountErrors.keyRevoked();
    const [after = before] = await tx.update(apiKeys).set(change).where(eq(apiKeys.id, keyId)).returning(keyColumns);
    const subject = { kind: 'key', id: keyId };
    await appendAudit(tx, { actor, action: 'key.changed', subject, before, after, requestId });
    return { hash, row: after };
  });
  keyCache().delete(hash);
  return row;
}
