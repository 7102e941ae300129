import { execFileSync } from 'node:child_process';
import { chown, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Account } from './postgres-account';

type Plan = { initdb: string; directory: string; password: string; account: Account | undefined };

const LOCALE = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

/** Makes a cluster in one step: a folder of this name is a whole one. Throws an Error with what initdb said. */
export async function initPostgres({ initdb, directory, password, account }: Plan): Promise<void> {
  const unfinished = `${directory}.new`;
  const passwordFile = `${directory}.password`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account) await Promise.all([unfinished, passwordFile].map((path) => chown(path, account.uid, account.gid)));
  try {
    const user = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
    execFileSync(initdb, [`--pgdata=${unfinished}`, ...user, ...LOCALE], {
      ...account,
      stdio: ['ignore', 'ignore', 'pipe'],
      cwd: dirname(directory),
    });
    await rename(unfinished, directory);
  } finally {
    await rm(passwordFile, { force: true });
  }
}
