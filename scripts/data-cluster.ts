import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { type DataDir, saveDataDir } from './data-dir';
import { freePort } from './free-port';
import { type Cluster, startPostgres } from './postgres';
import { mayPostgresEnter, sharedFolder } from './postgres-account';
import { askPostgres } from './postgres-answers';

/** The app's database in a cluster of ours. */
export const NAME = 'boxoffice';

/** The cluster of the data folder when it runs already, as something of somebody else: `stop` leaves it alone. */
export async function findCluster(dataDir: DataDir): Promise<Cluster | null> {
  const url = urlOf(dataDir);
  if ((await askPostgres(url('postgres'))) !== 'answers') return null;
  return { url, stop: async () => {}, ended: new Promise<never>(() => {}) };
}

/** Starts the cluster of the data folder, which is made when it is new. */
export async function openCluster(dataDir: DataDir): Promise<Cluster> {
  const directory = await placeOf(dataDir);
  dataDir.port = await freePort(dataDir.port);
  await saveDataDir(dataDir);
  return startPostgres({ directory, port: dataDir.port, password: dataDir.password });
}

/** Whether the app's database was made in this cluster. */
export async function hasDatabase(cluster: Cluster): Promise<boolean> {
  const { rows } = await askCluster(cluster, 'select from pg_database where datname = $1', [NAME]);
  return rows.length > 0;
}

/** For what concerns databases as a whole. */
export async function askCluster(cluster: Cluster, sql: string, values: unknown[] = []): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: cluster.url('postgres') });
  await client.connect();
  return client.query(sql, values).finally(() => client.end());
}

const urlOf = (dataDir: DataDir) => (database: string) =>
  `postgres://postgres:${dataDir.password}@127.0.0.1:${dataDir.port}/${database}`;

/** In the data folder itself; but root's Postgres runs as another user, who may not pass through every folder. */
async function placeOf(dataDir: DataDir): Promise<string> {
  const inside = join(dataDir.path, 'postgres');
  if (existsSync(inside)) return inside;
  if (dataDir.cluster && existsSync(dataDir.cluster)) return dataDir.cluster;
  if (await mayPostgresEnter(dataDir.path)) return inside;
  // A name of its own: a folder that is deleted and cloned again must not meet the database of the first.
  dataDir.cluster = join(await sharedFolder('data'), randomBytes(6).toString('hex'));
  return dataDir.cluster;
}
