import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const documents = globSync(['*.md', '{docs,sdk,app,components,lib,db}/**/*.md']);
const textOf = (path: string) => readFileSync(path, 'utf8');
const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? '');

test.each([
  ['README.md', 120],
  ['ARCHITECTURE.md', 200],
])('%s has fewer than %i lines', (path, cap) => {
  expect(textOf(path).trimEnd().split('\n').length).toBeLessThan(cap);
});

test.each(documents)('%s links only to what is there', (path) => {
  const links = matches(textOf(path), /\]\(([^)\s]+)\)/g).filter((link) => !/^(https?:|mailto:|#)/.test(link));
  expect(links.filter((link) => !existsSync(join(dirname(path), link.replace(/#.*/, ''))))).toEqual([]);
});

test.each(documents)('%s names only files that are there', (path) => {
  const named = matches(
    textOf(path),
    /`((?:app|bench|components|db|docs|drizzle|e2e|lib|messages|scripts|sdk)\/[^`\s]*)`/g,
  );
  expect(named.filter((name) => !/[*<{]/.test(name) && !existsSync(name))).toEqual([]);
});

test.each(documents)('%s names only npm scripts that exist', (path) => {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
  const named = matches(textOf(path), /npm run (?:-s )?([a-z][\w:-]*)/g);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test('every rule of docs/rules.md names a test that exists', () => {
  const rows = textOf('docs/rules.md')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => cells.at(-2)?.startsWith('`'));
  expect(rows.length).toBeGreaterThan(30);
  const titles = rows.map((cells) => ({ title: cells.at(-3) ?? '', file: cells.at(-2)?.replaceAll('`', '') ?? '' }));
  const isIn = (text: string, title: string) => ["'", '"', '`'].some((mark) => text.includes(mark + title + mark));
  expect(titles.filter(({ title, file }) => !isIn(textOf(file), title))).toEqual([]);
});
