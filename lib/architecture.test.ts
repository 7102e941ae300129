import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ENDINGS, problemsOf, type Source } from './testing/architecture';

const sources: Source[] = globSync(['{app,components,lib,db,sdk}/**/*.{ts,tsx}', '*.ts']).map((path) => ({
  path,
  text: readFileSync(path, 'utf8'),
}));

// The list of exceptions is empty, and stays so.
test('the source tree is built as ARCHITECTURE.md says', () => {
  expect(sources.length).toBeGreaterThan(100);
  expect(sources.flatMap(problemsOf)).toEqual([]);
});

const broken: [string, string, string][] = [
  ['lib/events/store.ts', "import { x } from '@/lib/dashboard/rules';", 'events may not import dashboard'],
  ['lib/kernel/day.ts', "import { env } from '@/lib/platform/env';", 'kernel may not import platform'],
  ['db/seed/x.ts', "import { env } from '@/lib/platform/env';", 'db may import lib/kernel only'],
  ['components/ui/x.tsx', "import { getStats } from '@/lib/dashboard/queries/get-stats';", 'components may import'],
  ['lib/events/record.ts', "import { useState } from 'react';", 'react and next stay out of lib'],
  ['lib/events/record.ts', 'const zone = process.env.TZ;', 'process.env is read in'],
  ['lib/events/record.ts', 'const at = new Date();', 'the clock is read in'],
  ['lib/events/record.ts', 'const at = Date.now();', 'the clock is read in'],
  ['lib/events/record.ts', "import { Temporal } from 'temporal-polyfill';", 'a time zone is known in'],
  ['lib/events/utils.ts', '', 'utils is no name'],
  ['lib/events/Record.ts', '', 'kebab-case'],
  ['lib/events/record.ts', 'export function other() {}', 'exports something of its own name'],
  ['lib/events/record.ts', 'export default function record() {}', 'no default export'],
  ['lib/events/record.ts', "'use server';", 'no server actions'],
  ['app/x/page.tsx', Array(27).fill('// line').join('\n'), 'at most 25 lines'],
  ['lib/events/rules.ts', Array(252).fill('// line').join('\n'), 'at most 250 lines'],
];

test.each(broken)('%s with %j is caught', (path, text, problem) => {
  expect(problemsOf({ path, text })).toContainEqual(expect.stringContaining(problem));
});

test('every ending that a module uses has its meaning written down', () => {
  expect(Object.values(ENDINGS).every((meaning) => meaning.length > 10)).toBe(true);
});
