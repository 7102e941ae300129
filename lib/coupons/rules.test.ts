import { expect, test } from 'vitest';
import { couponState, discountOf, judgeCoupon } from './rules';

const now = new Date('2026-11-21T12:00:00Z');
const coupon = { usedAt: null, expiresAt: null, productIds: null };

test.each([
  [{ kind: 'percent', value: 10 }, 999, 99],
  [{ kind: 'percent', value: 100 }, 999, 999],
  [{ kind: 'percent', value: 33 }, 1, 0],
  [{ kind: 'points', value: 500 }, 999, 500],
  [{ kind: 'points', value: 1000 }, 999, 999],
] as const)('%j of %i points takes %i off', (discount, price, off) => {
  expect(discountOf(discount, price)).toBe(off);
});

test('a coupon expires at its moment, not before, and a used one never', () => {
  expect(couponState({ usedAt: null, expiresAt: new Date(now.getTime() + 1) }, now)).toBe('issued');
  expect(couponState({ usedAt: null, expiresAt: now }, now)).toBe('expired');
  expect(couponState({ usedAt: now, expiresAt: now }, now)).toBe('used');
  expect(couponState({ usedAt: null, expiresAt: null }, now)).toBe('issued');
});

test.each([
  ['unknown', null],
  ['used', { ...coupon, usedAt: now }],
  ['expired', { ...coupon, expiresAt: now }],
  ['other-product', { ...coupon, productIds: [8, 9] }],
] as const)('a coupon is not usable: %s', (reason, given) => {
  expect(judgeCoupon(given, 7, now)).toMatchObject({ ok: false, reason });
});

test('a coupon for any product, and one that names the product, can be used', () => {
  expect(judgeCoupon(coupon, 7, now)).toEqual({ ok: true });
  expect(judgeCoupon({ ...coupon, productIds: [7] }, 7, now)).toEqual({ ok: true });
});
