import { closePools } from '@/lib/platform/database';
import { findCluster, hasDatabase, NAME, openCluster } from './data-cluster';
import { openDataDir } from './data-dir';
import type { Cluster } from './postgres';
import { findRunning } from './running';
import { settingsOf } from './settings';

/**
 * Works on the database of DATABASE_URL, otherwise on that of the data folder, whether its app runs or not. Sets the
 * environment for it, and leaves everything as it was found.
 */
export async function onDatabase<T>(work: () => Promise<T>): Promise<T> {
  const dataDir = await openDataDir();
  const known = process.env.DATABASE_URL || (await findRunning(dataDir.path))?.databaseUrl;
  const cluster = known ? null : ((await findCluster(dataDir)) ?? (await openCluster(dataDir)));
  try {
    const url = known || (cluster ? await databaseIn(cluster) : '');
    Object.assign(process.env, settingsOf(dataDir, url, 3000));
    return await work();
  } finally {
    await closePools();
    await cluster?.stop();
  }
}

async function databaseIn(cluster: Cluster): Promise<string> {
  if (await hasDatabase(cluster)) return cluster.url(NAME);
  throw new Error('There is no database yet. `npm run up` makes one, or set DATABASE_URL.');
}
