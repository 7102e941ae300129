import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@/scripts/free-port';
import { type Cluster, type Place, startPostgres } from '@/scripts/postgres';
import { mayPostgresEnter, sharedFolder } from '@/scripts/postgres-account';
import { askPostgres } from '@/scripts/postgres-answers';
import { isAlive } from '@/scripts/process-alive';
import { startStandby } from '@/scripts/standby';

/** A Postgres that a trial may kill and start again in the same place. */
export class OwnPostgres {
  private constructor(
    readonly place: Place,
    public cluster: Cluster,
    private readonly folder: string,
  ) {}

  /** In a new folder, or in one that the trial made. */
  static async start(flags: string[] = [], given?: string): Promise<OwnPostgres> {
    const folder = given ?? (await newFolder());
    const place = { directory: join(folder, 'postgres'), port: await freePort(), password: 'postgres', flags };
    return new OwnPostgres(place, await startPostgres(place), folder);
  }

  /** A streaming standby of a running one, in a place of its own. */
  static async standbyOf(primary: OwnPostgres): Promise<OwnPostgres> {
    const folder = await newFolder();
    const place = { directory: join(folder, 'postgres'), port: await freePort(), password: 'postgres' };
    return new OwnPostgres(place, await startStandby(primary.cluster, place), folder);
  }

  get url(): string {
    return this.cluster.url('postgres');
  }

  /** By SIGKILL, as the machine's end would; its children notice and end too. */
  async kill(): Promise<void> {
    const [pid] = (await readFile(join(this.place.directory, 'postmaster.pid'), 'utf8')).split('\n', 1);
    process.kill(Number(pid), 'SIGKILL');
    while (isAlive(Number(pid))) await sleep(20);
    await this.cluster.stop();
  }

  /** Waits for what is left of the one before, as whoever starts a service does. */
  async startAgain(): Promise<void> {
    for (let tries = 0; ; tries++) {
      try {
        this.cluster = await startPostgres(this.place);
        return;
      } catch (error) {
        if (tries > 50) throw error;
        await sleep(200);
      }
    }
  }

  async startIfEnded(): Promise<void> {
    if ((await askPostgres(this.url)) !== 'answers') await this.startAgain();
  }

  async stop(): Promise<void> {
    await this.cluster.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** One that the account of Postgres may pass through. */
export async function newFolder(): Promise<string> {
  const base = (await mayPostgresEnter(tmpdir())) ? tmpdir() : await sharedFolder('throwaway');
  const folder = await mkdtemp(join(base, 'boxoffice-'));
  await chmod(folder, 0o755);
  return folder;
}
