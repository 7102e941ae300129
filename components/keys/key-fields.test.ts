import { expect, test } from 'vitest';
import { KeyChange, NewKey } from '@/lib/accounts/schema';
import type { Day } from '@/lib/kernel/day';
import { changeOf, NO_KEY, newKeyOf, originsIn, wrongOriginIn } from './key-fields';

const TODAY = '2026-11-21' as Day;
const made = (over: object) => newKeyOf({ ...NO_KEY, name: ' Shop ', ...over }, TODAY, 'Asia/Seoul');

test('what is left empty is left to the server', () => {
  expect(made({})).toEqual({ name: 'Shop', kind: 'secret', scopes: ['events:write'], expiresAt: null });
});

test('a key expires when its last business day ends', () => {
  expect(made({ expiry: '30' }).expiresAt).toBe('2026-12-21T15:00:00.000Z');
  expect(made({ expiry: 'date', expiresOn: '2026-11-21' }).expiresAt).toBe('2026-11-21T15:00:00.000Z');
});

test('only a publishable key has origins', () => {
  const origins = 'https://a.example\n\n https://b.example/ ';
  expect(made({ origins })).not.toHaveProperty('allowedOrigins');
  expect(made({ kind: 'publishable', origins })).toMatchObject({
    allowedOrigins: ['https://a.example', 'https://b.example/'],
  });
});

test('finds the line that is no origin, as the door would', () => {
  for (const text of ['https://a.example', 'http://localhost:3000/', '']) {
    expect(wrongOriginIn(text)).toBeNull();
    expect(NewKey.safeParse(made({ kind: 'publishable', origins: text })).success).toBe(true);
  }
  for (const text of ['shop.example', 'https://a.example/path', 'ftp://a.example', '*']) {
    expect(wrongOriginIn(`https://ok.example\n${text}`)).toBe(text);
    expect(NewKey.safeParse(made({ kind: 'publishable', origins: text })).success).toBe(false);
  }
});

test('a change is one that the door takes', () => {
  const change = changeOf({ ...NO_KEY, name: 'x', kind: 'publishable', requestsPerSecond: '5', burst: '9' });
  expect(KeyChange.parse(change)).toEqual({ name: 'x', allowedOrigins: [], requestsPerSecond: 5, burst: 9 });
  expect(originsIn('a, b\nc')).toEqual(['a', 'b', 'c']);
});
