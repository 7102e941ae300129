import { expect, test, vi } from 'vitest';
import { Store } from './store';

test('forgets the longest unused keys past its number of keys', () => {
  const store = new Store({ maxKeys: 3 });
  for (const key of ['a', 'b', 'c']) store.setString(key, key);
  store.string('a');
  store.setString('d', 'd');
  expect(['a', 'b', 'c', 'd'].map((key) => store.string(key))).toEqual(['a', undefined, 'c', 'd']);
});

test('stays within its bytes, whether they are in strings or in a growing hash', () => {
  const store = new Store({ maxBytes: 10_000 });
  for (let i = 0; i < 50; i++) store.setString(`k${i}`, 'x'.repeat(1000));
  expect(Array.from({ length: 50 }, (_, i) => store.string(`k${i}`)).filter(Boolean)).toHaveLength(8);
  for (let i = 0; i < 8; i++) store.setFields('h', [[`f${i}`, 'x'.repeat(1000)]]);
  expect(store.fields('h')?.size).toBe(8);
  expect(store.string('k49')).toBe('x'.repeat(1000));
  expect(store.string('k48')).toBeUndefined();
  expect(store.deleteFields('h', ['f0', 'f0', 'none', 'f1'])).toBe(2);
  store.setString('fits', 'x'.repeat(1500));
  expect([store.fields('h')?.size, store.string('k49')?.length]).toEqual([6, 1000]);
});

test('keeps nothing that is larger than the whole', () => {
  const store = new Store({ maxBytes: 1000 });
  store.setString('k', 'small');
  store.setString('k', 'x'.repeat(2000));
  expect(store.string('k')).toBeUndefined();
});

test('knows no key after its time, not even to delete it', () => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
  const store = new Store();
  store.setString('k', 'v', performance.now() + 1000);
  store.setFields('h', [['f', 'v']]);
  store.expire('h', performance.now() + 1000);
  vi.advanceTimersByTime(1000);
  expect([store.string('k'), store.fields('h')?.size]).toEqual(['v', 1]);
  vi.advanceTimersByTime(1);
  expect([store.delete('k'), store.expire('h', performance.now() + 1000), store.fields('h')]).toEqual([
    false,
    false,
    undefined,
  ]);
  vi.useRealTimers();
});
