import { LRUCache } from 'lru-cache';
import { singleton } from '@/lib/platform/singleton';
import type { KeyActor } from './actor';

export type KnownKey = { actor: KeyActor; expiresAt: Date | null };

/** How long a key that another process revoked may still pass here. */
const KEY_CACHE_MILLISECONDS = 2000;

/**
 * What was lately found under the hash of a key, "nothing" included. It holds promises, so that a thousand requests
 * of one key ask the database once, and forgetting a key leaves no look-up behind that could put it back.
 */
export function keyCache(): LRUCache<string, Promise<KnownKey | null>> {
  return singleton('key-cache', () => new LRUCache({ max: 10_000, ttl: KEY_CACHE_MILLISECONDS }));
}
