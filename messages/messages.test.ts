import { expect, test } from 'vitest';
import en from './en.json';
import ko from './ko.json';

/** Every text by its path, such as `account.title`. */
function textsOf(tree: object, path = ''): Map<string, string> {
  const entries = Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : [...textsOf(value, `${path}${key}.`)],
  );
  return new Map(entries);
}

/** Names of values and tags that a text wants filled in. */
const holesOf = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)[,}]|<(\w+)>/g)].map((match) => match[1] ?? `<${match[2]}>`))].sort();

// Texts of problems stand in for what the server said, in English only where that is meant for programs.
const { problems: _ko, ...korean } = ko;
const { problems: _en, ...english } = en;

test('both languages have the same texts', () => {
  expect([...textsOf(english).keys()].sort()).toEqual([...textsOf(korean).keys()].sort());
});

test('both languages fill in the same values', () => {
  const translated = textsOf(english);
  const different = [...textsOf(korean)]
    .filter(([path, text]) => String(holesOf(text)) !== String(holesOf(translated.get(path) ?? '')))
    .map(([path]) => path);
  expect(different).toEqual([]);
});

test('no text is empty', () => {
  expect([...textsOf(ko), ...textsOf(en)].filter(([, text]) => text.trim() === '')).toEqual([]);
});
