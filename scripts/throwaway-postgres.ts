import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port';
import { type Cluster, type Place, startPostgres } from './postgres';
import { mayPostgresEnter, sharedFolder } from './postgres-account';
import { startStandby } from './standby';

/** A Postgres for tests and benchmarks, gone with `stop` or with this process. `flags` as of the program `postgres`. */
export const startThrowawayPostgres = (flags: string[] = []): Promise<Cluster> =>
  startInThrowaway(flags, startPostgres);

/** A streaming standby of another one, gone in the same way. */
export const startThrowawayStandby = (primary: Cluster, flags: string[] = []): Promise<Cluster> =>
  startInThrowaway(flags, (place) => startStandby(primary, place));

async function startInThrowaway(flags: string[], start: (place: Place) => Promise<Cluster>): Promise<Cluster> {
  const base = (await mayPostgresEnter(tmpdir())) ? tmpdir() : await sharedFolder('throwaway');
  const folder = await mkdtemp(join(base, 'boxoffice-'));
  // The cluster inside is closed by Postgres itself; the folder around it must let its account pass.
  await chmod(folder, 0o755);
  const directory = join(folder, 'postgres');
  const cluster = await start({
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
