import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupedCode, judgeSale, VOUCHER_ALPHABET, voucherCodeIn, voucherState } from './rules';
import { voucherCode } from './voucher-code';

const codes = fc.constant(null).map(() => voucherCode());
const at = fc.nat({ max: 15 });

test('a code is read whatever its case, spaces and dashes, with O for 0 and I or L for 1', () => {
  fc.assert(
    fc.property(codes, (code) => {
      const typed = groupedCode(code).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', ' - ');
      expect(voucherCodeIn(typed)).toBe(code);
    }),
  );
});

test('a code with one wrong letter is no code', () => {
  fc.assert(
    fc.property(codes, at, fc.constantFrom(...VOUCHER_ALPHABET), (code, index, letter) => {
      fc.pre(code[index] !== letter);
      expect(voucherCodeIn(code.slice(0, index) + letter + code.slice(index + 1))).toBeNull();
    }),
  );
});

test('a code with two neighbours in the wrong order is no code, but for 0 and Z', () => {
  fc.assert(
    fc.property(codes, fc.nat({ max: 14 }), (code, index) => {
      const [one = '', two = ''] = [code[index], code[index + 1]];
      fc.pre(one !== two && `${one}${two}` !== '0Z' && `${one}${two}` !== 'Z0');
      expect(voucherCodeIn(code.slice(0, index) + two + one + code.slice(index + 2))).toBeNull();
    }),
  );
});

test.each(['', 'ABCD', 'U'.repeat(16), '0'.repeat(17), 'ÀBCDEFGHJKMNPQRS'])('%j is no code', (typed) => {
  expect(voucherCodeIn(typed)).toBeNull();
});

test('ten thousand codes differ', () => {
  expect(new Set(Array.from({ length: 10_000 }, voucherCode)).size).toBe(10_000);
});

const product = { archivedAt: null, supply: 10, sold: 9, price: 600 };

test('rule 6: a product is sold while some are left, at the price that was seen', () => {
  expect(judgeSale(product, null)).toEqual({ ok: true });
  expect(judgeSale(product, 600)).toEqual({ ok: true });
  expect(judgeSale({ ...product, sold: 10 }, null)).toEqual({ ok: false, reason: 'sold-out' });
  expect(judgeSale(product, 599)).toEqual({ ok: false, reason: 'price-changed' });
  expect(judgeSale({ ...product, archivedAt: new Date() }, 600)).toEqual({ ok: false, reason: 'not-on-sale' });
});

test('a voucher is valid until it was redeemed or its order refunded', () => {
  expect(voucherState({ redeemedAt: null, voidedAt: null })).toBe('valid');
  expect(voucherState({ redeemedAt: new Date(), voidedAt: null })).toBe('redeemed');
  expect(voucherState({ redeemedAt: null, voidedAt: new Date() })).toBe('void');
});
