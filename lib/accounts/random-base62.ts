import { randomBytes } from 'node:crypto';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Unguessable letters and digits, 5.95 bits each, that survive a double click and a URL. */
export function randomBase62(length: number): string {
  let text = '';
  while (text.length < length) {
    // Bytes from 248 on are thrown away: 256 is no multiple of 62, and the first letters would come more often.
    for (const byte of randomBytes(length)) if (byte < 248) text += BASE62[byte % 62];
  }
  return text.slice(0, length);
}
