import { createDecipheriv } from 'node:crypto';
import { numberKeys } from './number-keys';
import { payoutErrors } from './payout-errors';

const TAG_BYTES = 16;

/** The account number of a creator that `sealNumber` sealed. Errors: settlement/number-unreadable. */
export function openNumber(creatorId: number, sealed: string): string {
  const [id, nonce = '', text = ''] = sealed.split('.');
  const key = numberKeys().find((known) => known.id === id)?.key;
  if (!key) throw payoutErrors.numberUnreadable(creatorId);
  try {
    const bytes = Buffer.from(text, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(`creator ${creatorId}`)).setAuthTag(bytes.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8');
  } catch {
    throw payoutErrors.numberUnreadable(creatorId);
  }
}
