import { createCipheriv, randomBytes } from 'node:crypto';
import { numberKeys } from './number-keys';

/**
 * An account number as it is kept: key id, nonce, text and tag of AES-256-GCM. It is bound to its creator, so that it
 * opens in nobody else's row.
 */
export function sealNumber(creatorId: number, number: string): string {
  const [{ id, key }] = numberKeys();
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(`creator ${creatorId}`));
  const text = Buffer.concat([cipher.update(number, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return [id, nonce.toString('base64url'), text.toString('base64url')].join('.');
}
