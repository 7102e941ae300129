import type { Redis } from '@upstash/redis';
import { env } from '@/lib/platform/env';
import { singleton } from '@/lib/platform/singleton';
import { inProcessLink } from './in-process';
import type { Link } from './link';
import { Store } from './store';
import { tcpLink } from './tcp';
import { upstashLink } from './upstash';

/** Redis is speed, never truth: any answer may be missing, and any command rejects when Redis is slow or away. */
export function redis(): Redis {
  return redisLink().client;
}

/** Asks Redis, and goes by `otherwise` where there is none or it fails: for limits and windows, which need an answer. */
export async function askRedis<T>(ask: (client: Redis) => Promise<T>, otherwise: () => T | Promise<T>): Promise<T> {
  const link = redisLink();
  if (link.transport === 'in-process') return otherwise();
  try {
    return await ask(link.client);
  } catch {
    return otherwise();
  }
}

/** The store of this process alone, which is also what `redis()` is without a Redis. */
export function ownRedis(): Redis {
  return ownLink().client;
}

/** What is behind it, for who takes a step at each request and need not speak Redis for that. */
export const ownStore = (): Store => singleton('own-store', () => new Store());

/** By the settings: Upstash, else a Redis URL, else this process. */
export function redisLink(): Link {
  const held = links();
  held.redis ??= open();
  return held.redis;
}

/** Lets go of the connection, so that a script can end. The next command opens a new one. */
export function closeRedis(): void {
  links().redis?.close();
  links().redis = undefined;
}

function open(): Link {
  const { UPSTASH_REDIS_REST_URL, UPSTASH_REDIS_REST_TOKEN, REDIS_URL, REDIS_DEADLINE_MILLISECONDS } = env();
  if (UPSTASH_REDIS_REST_URL && UPSTASH_REDIS_REST_TOKEN)
    return upstashLink(UPSTASH_REDIS_REST_URL, UPSTASH_REDIS_REST_TOKEN, REDIS_DEADLINE_MILLISECONDS);
  return REDIS_URL ? tcpLink(REDIS_URL, REDIS_DEADLINE_MILLISECONDS) : ownLink();
}

type Links = { redis: Link | undefined; own: Link | undefined };

const links = () => singleton<Links>('redis-links', () => ({ redis: undefined, own: undefined }));

function ownLink(): Link {
  const held = links();
  held.own ??= inProcessLink(ownStore());
  return held.own;
}
