import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port';
import { type Cluster, startPostgres } from './postgres';
import { mayPostgresEnter, sharedFolder } from './postgres-account';

/** A Postgres for tests and benchmarks, gone with `stop` or with this process. `flags` as of the program `postgres`. */
export async function startThrowawayPostgres(flags: string[] = []): Promise<Cluster> {
  const base = (await mayPostgresEnter(tmpdir())) ? tmpdir() : await sharedFolder('throwaway');
  const folder = await mkdtemp(join(base, 'boxoffice-'));
  // The cluster inside is closed by Postgres itself; the folder around it must let its account pass.
  await chmod(folder, 0o755);
  const directory = join(folder, 'postgres');
  const cluster = await startPostgres({
    directory,
    port: await freePort(),
    password: 'postgres',
    flags,
    throwAway: folder,
  });
  const stop = async () => {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { ...cluster, stop };
}
