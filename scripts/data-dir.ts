import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { answers, type Cluster, freePort, reachable, startPostgres } from './postgres';

/** What a laptop keeps between two starts: the database's place, and the secrets that were made for it. */
export type DataDir = {
  path: string;
  port: number;
  password: string;
  secret: string;
  cronSecret: string;
  apiKey: string | null;
};

/** Reads the folder of BOXOFFICE_DATA_DIR (`.data` when not set), or makes it with new secrets that only its owner can read. */
export async function openDataDir(): Promise<DataDir> {
  const path = resolve(process.env.BOXOFFICE_DATA_DIR || '.data');
  await mkdir(path, { recursive: true });
  const file = fileOf(path);
  if (existsSync(file)) return { ...JSON.parse(await readFile(file, 'utf8')), path };
  const random = () => randomBytes(32).toString('base64url');
  const made = {
    path,
    port: await freePort(),
    password: random(),
    secret: random(),
    cronSecret: random(),
    apiKey: null,
  };
  await saveDataDir(made);
  return made;
}

export async function saveDataDir({ path, ...kept }: DataDir): Promise<void> {
  await writeFile(fileOf(path), `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
}

const fileOf = (path: string) => join(path, 'settings.json');

/** The database of the folder: the one that runs already (then `stop` leaves it alone), or started now. */
export async function openCluster(dataDir: DataDir): Promise<Cluster> {
  const url = (database: string) => `postgres://postgres:${dataDir.password}@127.0.0.1:${dataDir.port}/${database}`;
  if (await answers(url('postgres'))) return { url, stop: async () => {} };
  const port = await freePort(dataDir.port);
  if (port !== dataDir.port) await saveDataDir({ ...dataDir, port });
  const directory = await reachable(join(dataDir.path, 'postgres'));
  return startPostgres({ directory, port, password: dataDir.password, flags: [] });
}

/** Settings for the app on this folder's database; what the environment says goes first. */
export function settingsOf(dataDir: DataDir, databaseUrl: string, port: number): NodeJS.ProcessEnv {
  const defaults = {
    BOXOFFICE_MODE: 'demo',
    BOXOFFICE_SECRET: dataDir.secret,
    BOXOFFICE_URL: `http://localhost:${port}`,
    CRON_SECRET: dataDir.cronSecret,
    ADMIN_EMAILS: 'admin@demo.boxoffice.example',
  };
  return { ...defaults, ...process.env, DATABASE_URL: databaseUrl, PORT: String(port) };
}
