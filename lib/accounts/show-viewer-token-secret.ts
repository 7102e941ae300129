import { transaction } from '@/lib/platform/database';
import type { By } from './actor';
import { appendAudit } from './audit';
import { accountErrors } from './errors';
import { lockKey } from './store';
import { viewerTokenSecret } from './viewer-token';

/** Shows the secret with which the platform's server signs viewer tokens, and writes down who looked. Errors: accounts/key-not-found, accounts/no-viewer-tokens. */
export async function showViewerTokenSecret({ keyId, actor, requestId }: By & { keyId: number }): Promise<string> {
  return transaction(async (tx) => {
    const key = await lockKey(tx, keyId);
    if (key.kind !== 'publishable') throw accountErrors.noViewerTokens();
    const subject = { kind: 'key', id: keyId };
    await appendAudit(tx, { actor, action: 'key.viewer-token-secret-shown', subject, requestId });
    return viewerTokenSecret(keyId);
  });
}
