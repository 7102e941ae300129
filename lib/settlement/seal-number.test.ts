import { afterEach, expect, test } from 'vitest';
import { resetEnv } from '@/lib/platform/env';
import { openNumber } from './open-number';
import { sealNumber } from './seal-number';

function withKey(key: string | undefined): void {
  if (key === undefined) delete process.env.PAYOUT_ACCOUNT_KEY;
  else process.env.PAYOUT_ACCOUNT_KEY = key;
  resetEnv();
}

afterEach(() => withKey(undefined));

const [ONE, OTHER] = ['a key of account numbers, 32 characters', 'another key of numbers, of 32 characters'];

test.each([undefined, ONE])('what was sealed opens again, with the key %s', (key) => {
  withKey(key);
  expect(openNumber(7, sealNumber(7, '94320200184731'))).toBe('94320200184731');
});

test('numbers sealed before there was a key of their own stay readable', () => {
  const sealed = sealNumber(7, '94320200184731');
  withKey(ONE);
  expect(openNumber(7, sealed)).toBe('94320200184731');
  expect(sealNumber(7, '1').split('.')[0]).not.toBe(sealed.split('.')[0]);
});

test('another key, another creator or a changed text opens nothing', () => {
  withKey(ONE);
  const sealed = sealNumber(7, '94320200184731');
  expect(() => openNumber(8, sealed)).toThrow('settlement/number-unreadable');
  const [id, nonce = '', text = ''] = sealed.split('.');
  const changed = `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`;
  expect(() => openNumber(7, [id, nonce, changed].join('.'))).toThrow('settlement/number-unreadable');
  expect(() => openNumber(7, 'x')).toThrow('settlement/number-unreadable');
  withKey(OTHER);
  expect(() => openNumber(7, sealed)).toThrow('settlement/number-unreadable');
});
