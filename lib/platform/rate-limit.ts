import { Ratelimit } from '@upstash/ratelimit';
import type { Redis } from '@upstash/redis';
import { LRUCache } from 'lru-cache';
import { now } from './clock';
import { askRedis, ownStore } from './redis/client';
import { addTwin } from './redis/twins';
import { type Bucket, TOKEN_BUCKET_SHA, takeFrom, takeTokens } from './token-bucket';

export type Rate = { requestsPerSecond: number; burst: number };
export type BucketVerdict = { ok: true } | { ok: false; retryAfterMilliseconds: number };

addTwin(TOKEN_BUCKET_SHA, takeTokens);

/**
 * Takes one token from a bucket that holds `burst` and refills evenly. Never throws: when Redis fails, each process
 * limits by a bucket of its own, and should that fail too the request passes, since a limit protects the service only.
 */
export async function takeFromBucket(bucket: string, rate: Rate): Promise<BucketVerdict> {
  try {
    const { success, reset } = await askRedis(
      (client) => limiterOf(client, rate).limit(bucket),
      () => takeHere(bucket, rate),
    );
    return success ? PASS : { ok: false, retryAfterMilliseconds: waitUntil(reset, rate) };
  } catch (error) {
    console.error('The rate limiter failed and let a request pass:', error);
    return PASS;
  }
}

const PASS: BucketVerdict = { ok: true };
const PREFIX = 'rate';

/** The same bucket as by the library, straight from the store: through its client a request costs ten times as much. */
function takeHere(bucket: string, rate: Rate): { success: boolean; reset: number } {
  const { left, refillAtMs } = takeFrom(ownStore(), `${PREFIX}:${bucket}`, bucketOf(rate), now().getTime());
  return { success: left >= 0, reset: refillAtMs };
}

/** Never longer than an empty bucket takes to fill, by when it has been forgotten: a clock that was set back says so. */
function waitUntil(resetMs: number, { requestsPerSecond, burst }: Rate): number {
  const untilFullMilliseconds = Math.ceil((burst / requestsPerSecond) * 1000);
  return Math.min(Math.max(1, resetMs - now().getTime()), Math.max(1, untilFullMilliseconds));
}

const limiters = new WeakMap<Redis, LRUCache<string, Ratelimit>>();

function limiterOf(client: Redis, rate: Rate): Ratelimit {
  let ofClient = limiters.get(client);
  if (!ofClient) {
    ofClient = new LRUCache({ max: 1000 });
    limiters.set(client, ofClient);
  }
  const name = `${rate.requestsPerSecond}/${rate.burst}`;
  const known = ofClient.get(name);
  if (known) return known;
  const made = makeLimiter(client, rate);
  ofClient.set(name, made);
  return made;
}

function makeLimiter(redis: Redis, { requestsPerSecond, burst }: Rate): Ratelimit {
  const { tokens, milliseconds } = refillOf(requestsPerSecond);
  return new Ratelimit({
    redis,
    limiter: Ratelimit.tokenBucket(tokens, `${milliseconds} ms`, burst),
    prefix: PREFIX,
    // The client has its own deadline; a second timer for each request would let it pass in the end.
    timeout: 0,
    // By default it keeps every identifier that was ever refused.
    ephemeralCache: false,
    enableTelemetry: false,
  });
}

const buckets = new LRUCache<number, Omit<Bucket, 'burst'>>({ max: 1000 });

/** Finding the step of a slow rate takes a thousand tries, so it is found once. */
function bucketOf({ requestsPerSecond, burst }: Rate): Bucket {
  const refill = buckets.get(requestsPerSecond) ?? refillOf(requestsPerSecond);
  buckets.set(requestsPerSecond, refill);
  return { ...refill, burst };
}

/** The shortest refill step in whole milliseconds and tokens that keeps the rate to half a percent. */
export function refillOf(requestsPerSecond: number): { tokens: number; milliseconds: number } {
  for (let milliseconds = 1; ; milliseconds++) {
    const exact = (requestsPerSecond * milliseconds) / 1000;
    const tokens = Math.round(exact);
    if (tokens >= 1 && Math.abs(tokens - exact) <= exact * 0.005) return { tokens, milliseconds };
  }
}
