import { transaction } from '@/lib/platform/database';
import type { By } from './actor';
import { appendAudit } from './audit';
import { accountErrors } from './errors';
import { issueKey } from './issue-key';
import { scopeBeyond } from './rules';
import type { NewKey } from './schema';
import type { KeyRow } from './store';
import { viewerTokenSecret } from './viewer-token';

export type CreatedKey = KeyRow & { key: string; viewerTokenSecret: string | null };

/**
 * Makes an API key and shows it this once. A key cannot make one that may do more than itself.
 * Errors: accounts/scope-not-held, accounts/expiry-in-the-past, accounts/unknown-scope, accounts/scope-not-publishable.
 */
export async function createKey({ wanted, actor, requestId, now }: By & { wanted: NewKey }): Promise<CreatedKey> {
  const beyond = actor.kind === 'key' ? scopeBeyond(actor.scopes, wanted.scopes) : null;
  if (beyond !== null) throw accountErrors.scopeNotHeld(beyond);
  if (wanted.expiresAt && wanted.expiresAt <= now) throw accountErrors.expiryInThePast();
  return transaction(async (tx) => {
    const { row, key } = await issueKey(tx, { ...wanted, now });
    await appendAudit(tx, {
      actor,
      action: 'key.created',
      subject: { kind: 'key', id: row.id },
      after: row,
      requestId,
    });
    return { ...row, key, viewerTokenSecret: row.kind === 'publishable' ? viewerTokenSecret(row.id) : null };
  });
}
