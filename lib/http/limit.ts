import type { Actor } from '@/lib/accounts/actor';
import { takeFromBucket } from '@/lib/platform/rate-limit';
import { addressOf } from './address';
import { httpErrors } from './errors';

const SESSION_RATE = { requestsPerSecond: 50, burst: 200 };

/** Takes one request from the actor's bucket: a secret key has one, a publishable key one an address. Throws platform/rate-limited. */
export async function takeToken(request: Request, actor: Actor): Promise<void> {
  if (actor.kind === 'system') return;
  const rate = actor.kind === 'key' ? actor : SESSION_RATE;
  const verdict = await takeFromBucket(bucketOf(request, actor), rate);
  if (verdict.ok) return;
  const retryAfterSeconds = Math.max(1, Math.ceil(verdict.retryAfterMilliseconds / 1000));
  throw httpErrors.rateLimited(rate, retryAfterSeconds);
}

function bucketOf(request: Request, actor: Actor): string {
  if (actor.kind !== 'key') return `session:${actor.id}`;
  return actor.keyKind === 'secret' ? `key:${actor.id}` : `key:${actor.id}:${addressOf(request)}`;
}
