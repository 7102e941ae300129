import { steadyMilliseconds } from './clock';
import type { Store } from './redis/store';
import type { Reply } from './redis/twins';

/** The script that the installed @upstash/ratelimit sends for `tokenBucket`; a test fails when an update changes it. */
export const TOKEN_BUCKET_SHA = 'd60be5bd3d83482ae229309f1f7425424f891204';

/** `milliseconds` from one refill of `tokens` to the next; `burst` is how many the bucket holds. */
export type Bucket = { burst: number; tokens: number; milliseconds: number };

/** Twin of that script: answers [tokens left or -1, time of the next refill in ms, capacity]. */
export function takeTokens(store: Store, [key = '']: string[], args: string[]): Reply {
  const [burst = 0, milliseconds = 1, tokens = 1, nowMs = 0, wanted = 1] = args.map(Number);
  const { left, refillAtMs } = takeFrom(store, key, { burst, tokens, milliseconds }, nowMs, wanted);
  return [left, refillAtMs, burst];
}

/** The same for who has the store at hand; `left` is -1 when there were not so many. */
export function takeFrom(
  store: Store,
  key: string,
  { burst: capacity, tokens: refill, milliseconds: interval }: Bucket,
  nowMs: number,
  wanted = 1,
): { left: number; refillAtMs: number } {
  const bucket = store.fields(key);
  let refilledAt = Number(bucket?.get('refilledAt') ?? nowMs);
  let tokens = Number(bucket?.get('tokens') ?? capacity);
  const refills = Math.floor((nowMs - refilledAt) / interval);
  if (refills >= 1) {
    tokens = Math.min(capacity, tokens + refills * refill);
    refilledAt += refills * interval;
  }
  if (wanted > 0 && tokens < wanted) return { left: -1, refillAtMs: refilledAt + interval };
  const left = tokens - wanted;
  store.setFields(key, [
    ['refilledAt', String(refilledAt)],
    ['tokens', String(left)],
  ]);
  const fullInMs = Math.ceil((capacity - left) / refill) * interval;
  if (fullInMs > 0) store.expire(key, steadyMilliseconds() + fullInMs);
  return { left, refillAtMs: refilledAt + interval };
}
