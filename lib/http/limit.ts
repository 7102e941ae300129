import type { Actor } from '@/lib/accounts/actor';
import { hashAddress } from '@/lib/events/name-viewers';
import { takeFromBucket } from '@/lib/platform/rate-limit';
import { addressOf } from './address';
import { httpErrors } from './errors';

const SESSION_RATE = { requestsPerSecond: 50, burst: 200 };

/** What an address may do that no key or session stands for: sign in, and be wrong about a secret. */
const TRIES = {
  'sign-in': { requestsPerSecond: 1, burst: 100 },
  'wrong secret': { requestsPerSecond: 5, burst: 100 },
};

/** Takes one request from the actor's bucket: a secret key has one, a publishable key one an address. Throws platform/rate-limited. */
export async function takeToken(request: Request, actor: Actor): Promise<void> {
  if (actor.kind === 'system') return;
  const rate = actor.kind === 'key' ? actor : SESSION_RATE;
  const verdict = await takeFromBucket(bucketOf(request, actor), rate);
  if (!verdict.ok) throw httpErrors.rateLimited(rate, secondsOf(verdict));
}

/** Takes one try of the address that asks. Throws accounts/too-many-tries. */
export async function takeTry(request: Request, what: keyof typeof TRIES): Promise<void> {
  const verdict = await takeFromBucket(`${what} of ${networkOf(request)}`, TRIES[what]);
  if (!verdict.ok) throw httpErrors.tooManyTries(secondsOf(verdict));
}

const secondsOf = ({ retryAfterMilliseconds }: { retryAfterMilliseconds: number }) =>
  Math.max(1, Math.ceil(retryAfterMilliseconds / 1000));

/** Who has a whole network of addresses has one bucket; no address is kept as it is. */
function networkOf(request: Request): string {
  const address = addressOf(request);
  return hashAddress(address) ?? address;
}

function bucketOf(request: Request, actor: Actor): string {
  if (actor.kind !== 'key') return `session:${actor.id}`;
  return actor.keyKind === 'secret' ? `key:${actor.id}` : `key:${actor.id}:${networkOf(request)}`;
}
