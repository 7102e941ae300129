import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { chmod, mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export type Account = { uid: number; gid: number };

const isRoot = process.getuid?.() === 0;

/** Where root keeps what Postgres must reach when the project itself is in a closed folder. */
export const SHARED_FOLDER = '/var/lib/boxoffice';

/**
 * Who runs Postgres: it refuses to be root, so root runs it as the owner of the data, at first the user `postgres`.
 * Undefined for anybody else, who runs it as themselves.
 */
export function postgresAccount(directory: string): Account | undefined {
  if (!isRoot) return undefined;
  const owner = existsSync(directory) ? statSync(directory) : { uid: 0, gid: 0 };
  if (owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return accountOf('postgres') ?? makeAccount() ?? { uid: 65534, gid: 65534 };
}

/** Whether the one who runs Postgres may pass through every folder of this path. */
export async function mayPostgresEnter(path: string): Promise<boolean> {
  if (!isRoot) return true;
  for (let folder = path; ; folder = dirname(folder)) {
    if (((await stat(folder)).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** A folder below the shared one that anybody may pass through, whatever root's umask says. */
export async function sharedFolder(name: string): Promise<string> {
  const folder = join(SHARED_FOLDER, name);
  await mkdir(folder, { recursive: true });
  await chmod(SHARED_FOLDER, 0o755);
  await chmod(folder, 0o755);
  return folder;
}

function accountOf(name: string): Account | undefined {
  const id = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

function makeAccount(): Account | undefined {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  return accountOf('postgres');
}
