import { expect, test } from 'vitest';
import { keptCopy } from './kept-copy';

const storage = () => {
  const kept = new Map<string, string>();
  return {
    kept,
    where: () => ({
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, written: string) => void kept.set(key, written),
      removeItem: (key: string) => void kept.delete(key),
    }),
  };
};

const text = (kept: unknown) => (typeof kept === 'string' ? kept : null);

test('what was written is read again until it is forgotten, each under its own name', () => {
  const { where } = storage();
  const [one, other] = [keptCopy('ad 1', text, where), keptCopy('ad 2', text, where)];
  one.write('half a sentence');
  expect([one.read(), other.read()]).toEqual(['half a sentence', null]);
  one.forget();
  expect(one.read()).toBeNull();
});

test('what does not fit or is no JSON counts as nothing', () => {
  const { kept, where } = storage();
  const copy = keptCopy('ad', text, where);
  kept.set('boxoffice ad', '7');
  expect(copy.read()).toBeNull();
  kept.set('boxoffice ad', '{');
  expect(copy.read()).toBeNull();
});

test('a browser that refuses its storage breaks nothing', () => {
  const copy = keptCopy('ad', text, () => {
    throw new DOMException('denied');
  });
  copy.write('x');
  copy.forget();
  expect(copy.read()).toBeNull();
});
