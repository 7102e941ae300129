import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, realpath, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { freePort } from './free-port';

/** What a laptop keeps between two starts: where its database is, and the secrets that were made for it. */
export type DataDir = {
  path: string;
  /** Where the cluster is when it could not be in this folder itself (see `openCluster`). */
  cluster: string | null;
  port: number;
  password: string;
  secret: string;
  cronSecret: string;
  /** Missing in folders of before there were payouts: their account numbers are sealed with a key of `secret`. */
  payoutAccountKey?: string;
  apiKey: string | null;
};

/** Reads the folder of BOXOFFICE_DATA_DIR (`.data` when not set), or makes it with new secrets that only its owner can read. */
export async function openDataDir(): Promise<DataDir> {
  const wanted = resolve(process.env.BOXOFFICE_DATA_DIR || '.data');
  await mkdir(wanted, { recursive: true });
  const path = await realpath(wanted);
  if (existsSync(fileOf(path))) return { ...(await readSettings(fileOf(path))), path };
  const random = () => randomBytes(32).toString('base64url');
  const made = {
    path,
    cluster: null,
    port: await freePort(),
    password: random(),
    secret: random(),
    cronSecret: random(),
    payoutAccountKey: random(),
    apiKey: null,
  };
  await saveDataDir(made);
  return made;
}

/** Replaces the settings in one step, so that an interruption leaves the old ones or the new ones. */
export async function saveDataDir({ path, ...kept }: DataDir): Promise<void> {
  const unfinished = `${fileOf(path)}.new`;
  await writeFile(unfinished, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
  await rename(unfinished, fileOf(path));
}

const fileOf = (path: string) => join(path, 'settings.json');

async function readSettings(file: string): Promise<Omit<DataDir, 'path'>> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    const denied = error instanceof Error && 'code' in error && error.code === 'EACCES';
    if (!denied) throw error;
    throw new Error(`${file} belongs to another user, who ran this before. Run it as that user, or with a folder of
your own: BOXOFFICE_DATA_DIR=.data-mine npm run up`);
  }
}
