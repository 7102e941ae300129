import { randomInt } from 'node:crypto';
import { checkLetterOf, VOUCHER_ALPHABET, VOUCHER_LENGTH } from './rules';

/** A new code: 15 letters of chance (75 bits) that nobody can guess, and one that tells slips of the pen. */
export function voucherCode(): string {
  const body = Array.from({ length: VOUCHER_LENGTH - 1 }, () => VOUCHER_ALPHABET[randomInt(32)]).join('');
  return body + checkLetterOf(body);
}
