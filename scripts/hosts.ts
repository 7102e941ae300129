import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateDatabase } from '@/db/migrate';
import { closePools } from '@/lib/platform/database';
import { resetEnv } from '@/lib/platform/env';
import { startRedisServer } from '@/lib/platform/redis/testing/redis-server';
import { type AppServer, appServer } from './app-server';
import { startBalancer } from './balance';
import { freePort } from './free-port';
import { hasNginx, startNginx } from './nginx';
import { startThrowawayPostgres, startThrowawayStandby } from './throwaway-postgres';

export type Hosts = { address: string; proxy: string; servers: AppServer[]; stop: () => Promise<void> };

type Plan = {
  /** Of the proxy; 0 is any. */
  port: number;
  settings: Record<string, string>;
  /** Fills the migrated database, with the settings of the servers in the environment. */
  fill: () => Promise<unknown>;
  say: (text: string) => void;
};

/**
 * What is deployed on several hosts, from processes of this machine: a primary and its streaming replica, Redis, two
 * servers of the built app, and a proxy in front of them. Everything is gone with `stop`, or when a part does not start.
 */
export async function startHosts({ port: wanted, settings, fill, say }: Plan): Promise<Hosts> {
  requireRedis();
  const started: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const end of started.splice(0).reverse()) await end();
  };
  try {
    const port = await freePort(wanted);
    const address = `http://localhost:${port}`;
    const stores = await startStores(started, say);
    const folder = await mkdtemp(join(tmpdir(), 'boxoffice-hosts-'));
    started.push(() => rm(folder, { recursive: true, force: true }));
    const all = { ...SETTINGS, BOXOFFICE_DATA_DIR: folder, BOXOFFICE_URL: address, ...settings, ...stores };
    await prepare(all, fill);
    say('schema and data are there');
    const servers = await startServers(all, started);
    say(`servers: ${servers.map((server) => server.port).join(' and ')}`);
    const upstreams = servers.map((server) => `127.0.0.1:${server.port}`);
    const proxy = await (hasNginx() ? startNginx : startBalancer)(port, upstreams);
    started.push(proxy.stop);
    await answering(address);
    return { address, proxy: proxy.name, servers, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Secrets of what is thrown away; whoever sets their own is heard. */
const SETTINGS = {
  BOXOFFICE_MODE: 'demo',
  BOXOFFICE_SECRET: 'a secret of hosts on one machine, 32 characters',
  BOXOFFICE_HOST: '127.0.0.1',
  CRON_SECRET: 'cron-secret-of-the-hosts',
  TRUSTED_PROXY_HOPS: '1',
  // A process each is what two small hosts would run.
  WEB_CONCURRENCY: '1',
};

function requireRedis(): void {
  if (spawnSync('redis-server', ['--version']).status === 0) return;
  throw new Error(`Several servers share their limits and windows by Redis, and there is no redis-server on PATH.
Install it: apt-get install redis-server, or brew install redis.`);
}

type Ends = (() => Promise<unknown>)[];

async function startStores(started: Ends, say: Plan['say']): Promise<Record<string, string>> {
  const redis = await startRedisServer();
  started.push(redis.kill);
  const primary = await startThrowawayPostgres(['-c', 'max_slot_wal_keep_size=1GB']);
  started.push(primary.stop);
  const replica = await startThrowawayStandby(primary);
  started.push(replica.stop);
  say('primary, streaming replica and Redis are up');
  return {
    DATABASE_URL: primary.url('postgres'),
    DATABASE_REPLICA_URL: replica.url('postgres'),
    REDIS_URL: redis.url,
  };
}

async function prepare(settings: Record<string, string>, fill: Plan['fill']): Promise<void> {
  Object.assign(process.env, settings);
  resetEnv();
  await migrateDatabase(settings.DATABASE_URL ?? '');
  await fill();
  await closePools();
}

/** Both at once; when one does not start the other is stopped all the same. */
async function startServers(settings: Record<string, string>, started: Ends): Promise<AppServer[]> {
  const servers = [];
  for (let n = 0; n < 2; n++) servers.push(appServer(await freePort(), settings));
  for (const server of servers) started.push(server.stop);
  await Promise.all(servers.map((server) => server.start()));
  return servers;
}

async function answering(address: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const ready = await fetch(`${address}/api/health`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Nothing ready answers at ${address}.`);
}
