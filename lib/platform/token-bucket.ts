import { steadyMilliseconds } from './clock';
import type { Store } from './redis/store';
import type { Reply } from './redis/twins';

/** The script that the installed @upstash/ratelimit sends for `tokenBucket`; a test fails when an update changes it. */
export const TOKEN_BUCKET_SHA = 'd60be5bd3d83482ae229309f1f7425424f891204';

/** Twin of that script: answers [tokens left or -1, time of the next refill in ms, capacity]. */
export function takeTokens(store: Store, [key = '']: string[], args: string[]): Reply {
  const [capacity = 0, interval = 1, refill = 1, nowMs = 0, wanted = 1] = args.map(Number);
  const bucket = store.fields(key);
  let refilledAt = Number(bucket?.get('refilledAt') ?? nowMs);
  let tokens = Number(bucket?.get('tokens') ?? capacity);
  const refills = Math.floor((nowMs - refilledAt) / interval);
  if (refills >= 1) {
    tokens = Math.min(capacity, tokens + refills * refill);
    refilledAt += refills * interval;
  }
  if (wanted > 0 && tokens < wanted) return [-1, refilledAt + interval, capacity];
  const left = tokens - wanted;
  store.setFields(key, [
    ['refilledAt', String(refilledAt)],
    ['tokens', String(left)],
  ]);
  const fullInMs = Math.ceil((capacity - left) / refill) * interval;
  if (fullInMs > 0) store.expire(key, steadyMilliseconds() + fullInMs);
  return [left, refilledAt + interval, capacity];
}
