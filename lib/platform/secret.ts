import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { env } from './env';

/** A secret of its own for each purpose, derived from BOXOFFICE_SECRET, so that one never opens another's lock. */
export function secretFor(purpose: string): string {
  return createHmac('sha256', env().BOXOFFICE_SECRET).update(purpose).digest('base64url');
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Compares in constant time, whatever the lengths. */
export function sameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(Buffer.from(sha256(given)), Buffer.from(sha256(expected)));
}
