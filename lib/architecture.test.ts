import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ENDINGS, problemsOf, type Source } from './testing/architecture';

const sources: Source[] = globSync(['{app,bench,components,db,e2e,lib,scripts,sdk}/**/*.{ts,tsx}', '*.ts']).map(
  (path) => ({
    path,
    text: readFileSync(path, 'utf8'),
  }),
);

// The list of exceptions is empty, and stays so.
test('the source tree is built as ARCHITECTURE.md says', () => {
  expect(sources.length).toBeGreaterThan(100);
  expect(sources.flatMap(problemsOf)).toEqual([]);
});

const broken: [string, string, string][] = [
  ['lib/events/store.ts', "import { x } from '@/lib/dashboard/rules';", 'events may not import dashboard'],
  ['lib/events/store.ts', "import { x } from '../dashboard/rules';", 'events may not import dashboard'],
  ['lib/events/store.ts', "const { x } = await import('@/lib/http/route');", 'events may not import http'],
  ['lib/accounts/store.ts', "import { up } from '@/scripts/up';", 'lib may not import @/scripts/up'],
  ['lib/billing/store.ts', '', 'billing is no module'],
  ['lib/events/models/event.ts', '', 'a module has no folder models'],
  ['lib/kernel/day.ts', "import { env } from '@/lib/platform/env';", 'kernel may not import platform'],
  ['db/seed/x.ts', "import { env } from '@/lib/platform/env';", 'db may import lib/kernel only'],
  ['components/ui/x.tsx', "import { getStats } from '@/lib/dashboard/queries/get-stats';", 'components may import'],
  ['lib/events/record.ts', "import { useState } from 'react';", 'react and next stay out of lib'],
  ['lib/events/record.ts', "import { useQuery } from '@tanstack/react-query';", 'react and next stay out of lib'],
  ['lib/events/record.ts', "import { after } from 'next/server';", 'react and next stay out of lib'],
  ['lib/events/record.ts', 'const zone = process.env.TZ;', 'process.env is read in'],
  ['lib/events/record.ts', 'const at = new Date();', 'the clock is read in'],
  ['lib/events/record.ts', 'const at = Date.now();', 'the clock is read in'],
  ['lib/events/record.ts', "import { Temporal } from 'temporal-polyfill';", 'a time zone is known in'],
  ['components/ui/x.tsx', 'const hour = at.getHours();', "the machine's own time zone"],
  ['lib/events/record.ts', "const zone = 'Asia/Seoul';", 'a time zone is named in'],
  ['lib/events/utils.ts', '', 'utils is no name'],
  ['lib/events/Record.ts', '', 'kebab-case'],
  ['lib/events/record.ts', 'export function other() {}', 'exports something of its own name'],
  ['lib/events/record.ts', 'export default function record() {}', 'no default export'],
  ['lib/events/record.ts', 'export { record as default };', 'no default export'],
  ['components/ui/x.tsx', "'use server';", 'no server actions'],
  ['app/x/page.tsx', Array(27).fill('// line').join('\n'), 'at most 25 lines'],
  ['db/schema/events.ts', Array(252).fill('// line').join('\n'), 'at most 250 lines'],
  ['scripts/up.ts', Array(252).fill('// line').join('\n'), 'at most 250 lines'],
  ['lib/events/rules.test.ts', Array(402).fill('// line').join('\n'), 'at most 400 lines'],
  ['lib/events/rules.ts', Array(252).fill('// line').join('\n'), 'at most 250 lines'],
];

test.each(broken)('%s with %j is caught', (path, text, problem) => {
  expect(problemsOf({ path, text })).toContainEqual(expect.stringContaining(problem));
});

test('a module may import what is to its left, and its own client the browser side', () => {
  const fine = [
    ['lib/dashboard/rules.ts', "import { x } from '@/lib/events/rules';"],
    ['lib/events/client.ts', "import { queryOptions } from '@tanstack/react-query';"],
    ['lib/events/run-client.ts', "import { fetchJson } from '@/lib/http/client';"],
    ['components/ui/x.tsx', "import { x } from '@/lib/events/run-schema';"],
    ['lib/events/record-events.ts', "import { x } from './store';\nexport function recordEvents() {}"],
    ['lib/events/record.db.test.ts', 'const at = new Date();'],
  ] as const;
  expect(fine.flatMap(([path, text]) => problemsOf({ path, text }))).toEqual([]);
});

test('every ending that a module uses has its meaning written down', () => {
  expect(Object.values(ENDINGS).every((meaning) => meaning.length > 10)).toBe(true);
});
