/** Crockford's base32: no I, L, O or U, so that a code can be read aloud and typed. */
export const VOUCHER_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const VOUCHER_LENGTH = 16;

/** The code that somebody typed, as it is stored: case, spaces and dashes do not matter, O is 0, I and L are 1; or null. */
export function voucherCodeIn(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  if (code.length !== VOUCHER_LENGTH || [...code].some((letter) => !VOUCHER_ALPHABET.includes(letter))) return null;
  return checkLetterOf(code.slice(0, -1)) === code.at(-1) ? code : null;
}

/** The letter that makes a wrong letter, and two neighbours in the wrong order, a wrong code (Luhn's sum to the base of 32). */
export function checkLetterOf(body: string): string {
  let sum = 0;
  for (const [fromEnd, letter] of [...body].reverse().entries()) {
    const doubled = VOUCHER_ALPHABET.indexOf(letter) * (fromEnd % 2 === 0 ? 2 : 1);
    sum += Math.floor(doubled / 32) + (doubled % 32);
  }
  return VOUCHER_ALPHABET[(32 - (sum % 32)) % 32] ?? '';
}

/** `ABCD-EFGH-JKMN-PQRS`, for people. */
export const groupedCode = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? code;

type Ends = { redeemedAt: Date | null; voidedAt: Date | null };

/** A voucher ends once: handed in, or void by a refund. */
export function voucherState({ redeemedAt, voidedAt }: Ends): 'valid' | 'redeemed' | 'void' {
  if (redeemedAt !== null) return 'redeemed';
  return voidedAt === null ? 'valid' : 'void';
}

type OnSale = { archivedAt: Date | null; supply: number; sold: number; price: number };
export type SaleVerdict = { ok: true } | { ok: false; reason: 'not-on-sale' | 'price-changed' | 'sold-out' };

/** Whether a product can be bought now at the price that was seen; null is any (points rule 6). */
export function judgeSale(product: OnSale, seenPrice: number | null): SaleVerdict {
  if (product.archivedAt !== null) return { ok: false, reason: 'not-on-sale' };
  if (seenPrice !== null && seenPrice !== product.price) return { ok: false, reason: 'price-changed' };
  if (product.sold >= product.supply) return { ok: false, reason: 'sold-out' };
  return { ok: true };
}
