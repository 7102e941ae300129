import { availableParallelism } from 'node:os';
import type { Env } from '@/lib/platform/env';

/** How many processes answer requests here: as set, else one for each core where Redis holds what they share. */
export function webConcurrency({ WEB_CONCURRENCY, REDIS_URL, UPSTASH_REDIS_REST_URL }: Env): number {
  return WEB_CONCURRENCY ?? (REDIS_URL || UPSTASH_REDIS_REST_URL ? availableParallelism() : 1);
}

/** Settings that hold for the whole server, as each of its processes has them. */
export function shareOf(settings: Env, processes: number): Record<string, string> {
  const part = (whole: number) => String(Math.ceil(whole / processes));
  return {
    DATABASE_POOL_SIZE: part(settings.DATABASE_POOL_SIZE),
    JOB_CONCURRENCY: part(settings.JOB_CONCURRENCY),
  };
}
