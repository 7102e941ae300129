import { redis } from './redis/client';

/** Larger answers are made anew: without a Redis this memory is shared with the windows of abuse. */
const MAX_CHARACTERS = 128 * 1024;

/** What was remembered under a key, if Redis has it and answers. The caller parses it. */
export async function findRemembered(key: string): Promise<unknown> {
  return redis()
    .get(key)
    .catch(() => null);
}

/** Remembers a value for some seconds, or not: nothing may rest on it. */
export async function remember(key: string, value: object, seconds: number): Promise<void> {
  if (JSON.stringify(value).length > MAX_CHARACTERS) return;
  await redis()
    .set(key, value, { ex: seconds })
    .catch(() => null);
}
