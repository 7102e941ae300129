import { hkdfSync } from 'node:crypto';
import { env } from '@/lib/platform/env';
import { secretFor, sha256 } from '@/lib/platform/secret';

export type NumberKey = { id: string; key: Buffer };

/**
 * Keys that account numbers are sealed with, the one for new numbers first. Without PAYOUT_ACCOUNT_KEY one is derived
 * from BOXOFFICE_SECRET, and numbers that were sealed so can be opened after the other is set.
 */
export function numberKeys(): [NumberKey, ...NumberKey[]] {
  const derived = keyOf(secretFor('payout account numbers'));
  const own = env().PAYOUT_ACCOUNT_KEY;
  return own === undefined ? [derived] : [keyOf(own), derived];
}

function keyOf(secret: string): NumberKey {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'payout account numbers', 32));
  return { id: sha256(key.toString('hex')).slice(0, 8), key };
}
