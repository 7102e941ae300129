import { expect, test } from 'vitest';
import { changesOf, productRule, wantedOf } from './product-fields';

const fields = { name: ' Popcorn ', intro: 'Salty.', price: '1,200', stock: '10', imageUrl: '' };
const rule = productRule((name) => name);
const wrong = (changed: Partial<typeof fields>) =>
  rule.safeParse({ ...fields, ...changed }).error?.issues.map((issue) => issue.message) ?? [];

test('what was typed is sent as the API wants it', () => {
  expect(wantedOf(fields)).toEqual({ name: 'Popcorn', intro: 'Salty.', price: 1200, stock: 10, imageUrl: null });
});

test('only what was changed is sent, so that saving a text undoes no sale', () => {
  expect(changesOf(fields, { ...fields, name: 'Nachos' })).toEqual({ name: 'Nachos' });
  expect(changesOf(fields, { ...fields, price: '1200' })).toEqual({});
});

test('names the field that is wrong', () => {
  expect(wrong({})).toEqual([]);
  expect(wrong({ name: ' ' })).toEqual(['name']);
  expect(wrong({ price: '-1' })).toEqual(['price']);
  expect(wrong({ stock: '' })).toEqual(['stock']);
  expect(wrong({ stock: '1000001' })).toEqual(['stock']);
  expect(wrong({ imageUrl: 'popcorn.png' })).toEqual(['imageUrl']);
});
