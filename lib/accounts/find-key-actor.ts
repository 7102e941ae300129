import { and, eq, isNull } from 'drizzle-orm';
import { apiKeys } from '@/db/schema/accounts';
import { now } from '@/lib/platform/clock';
import { ingestDb } from '@/lib/platform/database';
import { sha256 } from '@/lib/platform/secret';
import type { KeyActor } from './actor';
import { type KnownKey, keyCache } from './key-cache';
import { noteKeyUse } from './note-key-use';

const KEY_SHAPE = /^bo_(sk|pk)_[0-9A-Za-z]{32,64}$/;

/** The program behind an API key; null when the key is unknown, revoked or expired. Answers from memory for 2 s. */
export async function findKeyActor(secret: string): Promise<KeyActor | null> {
  if (!KEY_SHAPE.test(secret)) return null;
  const at = now();
  const known = await lookUp(sha256(secret));
  if (!known || (known.expiresAt && known.expiresAt <= at)) return null;
  noteKeyUse(known.actor.id, at);
  return known.actor;
}

function lookUp(hash: string): Promise<KnownKey | null> {
  const cache = keyCache();
  const cached = cache.get(hash);
  if (cached) return cached;
  const found = findByHash(hash);
  cache.set(hash, found);
  // A database that was away for a moment must not be remembered as an answer.
  found.catch(() => cache.peek(hash) === found && cache.delete(hash));
  return found;
}

async function findByHash(hash: string): Promise<KnownKey | null> {
  const [row] = await ingestDb()
    .select()
    .from(apiKeys)
    .where(and(eq(apiKeys.hash, hash), isNull(apiKeys.revokedAt)));
  if (!row) return null;
  return {
    expiresAt: row.expiresAt,
    actor: {
      kind: 'key',
      id: row.id,
      name: row.name,
      keyKind: row.kind === 'secret' ? 'secret' : 'publishable',
      scopes: row.scopes,
      allowedOrigins: row.allowedOrigins,
      requestsPerSecond: row.requestsPerSecond,
      burst: row.burst,
    },
  };
}
