import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import en from '@/messages/en.json';
import ko from '@/messages/ko.json';
import { problemCatalog } from './problem-catalog';

const catalog = problemCatalog();

test('every refusal in the source has a page that explains it', () => {
  const written = globSync('lib/**/*.ts')
    .filter((path) => !/\.test\.ts$|http\/client\.ts$|testing\//.test(path))
    .flatMap((path) => [
      ...readFileSync(path, 'utf8').matchAll(
        /(?:DomainError|missing|conflict|forbidden|invalid)\(\s*'([a-z]+\/[a-z-]+)'/g,
      ),
    ])
    .map((match) => match[1] ?? '');
  expect(written.length).toBeGreaterThan(30);
  expect(written.filter((code) => !catalog.has(code))).toEqual([]);
});

test('an example of a refusal has no holes where the facts would be', () => {
  for (const { title, detail } of catalog.values()) {
    expect(`${title} ${detail}`).not.toMatch(/undefined|NaN|\[object|=>|\bnull\b/);
    expect(detail).not.toBe('');
  }
});

test('every refusal has a Korean title and, where English differs from the API, both languages have it', () => {
  const korean: Record<string, { title?: string }> = ko.problems;
  expect([...catalog.keys()].filter((code) => !korean[code]?.title)).toEqual([]);
  expect(Object.keys(en.problems).filter((code) => !(code in ko.problems))).toEqual([]);
});
