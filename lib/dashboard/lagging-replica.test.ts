import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { POST as refresh } from '@/app/api/v1/stats/refresh/route';
import { migrateDatabase } from '@/db/migrate';
import { Refreshed } from '@/lib/events/schema';
import { readMetrics } from '@/lib/http/read-metrics';
import { bearer, call } from '@/lib/http/testing/call';
import { calendar } from '@/lib/platform/calendar';
import { closePools, db, readDb, replicaState } from '@/lib/platform/database';
import { resetEnv } from '@/lib/platform/env';
import { checkHealth } from '@/lib/status/queries/check-health';
import type { Cluster } from '@/scripts/postgres';
import { startThrowawayPostgres, startThrowawayStandby } from '@/scripts/throwaway-postgres';
import { getStats } from './queries/get-stats';

const PATIENCE = { timeout: 100_000, interval: 100 };
// The machine may be busy with everything at once.
vi.setConfig({ testTimeout: 120_000 });

const FLAGS = ['-c', 'fsync=off'];
const today = calendar().dayOf(new Date());

let primary: Cluster;
let standby: Cluster;
let replay: pg.Client;

beforeAll(async () => {
  primary = await startThrowawayPostgres(FLAGS);
  await migrateDatabase(primary.url('postgres'));
  standby = await startThrowawayStandby(primary, FLAGS);
  allow(600);
  replay = new pg.Client({ connectionString: standby.url('postgres') });
  replay.on('error', () => {}); // its server is stopped on the way
  await replay.connect();
}, 180_000);

afterAll(async () => {
  vi.unstubAllEnvs();
  await closePools();
  await standby?.stop();
  await primary?.stop();
}, 60_000);

/** The app as it is set when its replica may be so many seconds behind. */
function allow(seconds: number): void {
  vi.stubEnv('DATABASE_URL', primary.url('postgres'));
  vi.stubEnv('DATABASE_REPLICA_URL', standby.url('postgres'));
  vi.stubEnv('REPLICA_MAX_LAG_SECONDS', String(seconds));
  resetEnv();
}

async function pause(): Promise<void> {
  await replay.query('select pg_wal_replay_pause()');
  const state = async () => (await replay.query('select pg_get_wal_replay_pause_state() as state')).rows[0]?.state;
  await expect.poll(state, PATIENCE).toBe('paused');
}

const resume = () => replay.query('select pg_wal_replay_resume()');
const write = () =>
  db().$client.query(`insert into days (day) values ('2020-01-01'), ('2020-01-02') on conflict do nothing`);
const change = () => db().$client.query(`update days set owed = not owed where day = '2020-01-01'`);
const behind = async () => (await replicaState())?.behindSeconds;
const readsFrom = async () => {
  const { rows } = await readDb().$client.query<{ copy: boolean }>('select pg_is_in_recovery() as copy');
  return rows[0]?.copy ? 'replica' : 'primary';
};
const ofHealth = async () => (await checkHealth(new Date())).checks.find(({ name }) => name === 'replica');
const gaugeOf = async (name: string) =>
  (await readMetrics(new Date())).text.split('\n').find((line) => line.startsWith(`${name} `));

test('a replica that has everything is not behind, however long ago the last change was, and statistics read from it', async () => {
  await write();
  await expect.poll(behind, PATIENCE).toBe(0);
  await expect.poll(readsFrom, PATIENCE).toBe('replica');
  await expect.poll(ofHealth, PATIENCE).toMatchObject({ ok: true, detail: 'has everything' });
  await expect.poll(() => gaugeOf('boxoffice_replica_lag_seconds'), PATIENCE).toBe('boxoffice_replica_lag_seconds 0');
});

test('a replica whose replay stands still is seen and said, and its figures say how old they are', async () => {
  await expect.poll(readsFrom, PATIENCE).toBe('replica');
  await pause();
  await change();
  await expect.poll(behind, PATIENCE).toBeGreaterThan(0.5);
  const asked = { from: today, to: today, group: 'day' } as const;
  await expect.poll(async () => (await getStats(asked)).behindSeconds, PATIENCE).toBeGreaterThan(0.5);
  expect(await readsFrom()).toBe('replica');
  expect(await gaugeOf('boxoffice_replica_up')).toBe('boxoffice_replica_up 1');
  expect((await ofHealth())?.detail).toContain('s behind; statistics say so');
});

test('past the bound the primary answers, until the replica has caught up', async () => {
  allow(1);
  await expect.poll(readsFrom, PATIENCE).toBe('primary');
  expect(await ofHealth()).toMatchObject({ ok: false, detail: expect.stringContaining('the primary answers') });
  expect((await getStats({ from: today, to: today, group: 'day' })).behindSeconds).toBe(0);
  await resume();
  await expect.poll(readsFrom, PATIENCE).toBe('replica');
});

test('Refresh waits for the replica, and when that stands still the figures say that they lack what was folded', async () => {
  await pause();
  const { authorization } = await bearer(['*']);
  const sent = { method: 'POST', path: '/api/v1/stats/refresh', headers: { authorization } };
  const { countedUpTo } = Refreshed.parse((await call(refresh, sent)).json);
  allow(600);
  const asked = { from: today, to: today, group: 'day' } as const;
  const before = await getStats(asked);
  expect(before.behindSeconds).toBeGreaterThan(0);
  expect(before.countedUpTo < countedUpTo).toBe(true);
  await resume();
  await expect.poll(behind, PATIENCE).toBe(0);
  expect((await getStats(asked)).countedUpTo).toBe(countedUpTo);
});

test('without its replica the app reads from the primary and is ready', async () => {
  await standby.stop();
  await expect.poll(() => readsFrom().catch(() => 'nothing'), PATIENCE).toBe('primary');
  const { ready } = await checkHealth(new Date());
  expect(ready).toBe(true);
  expect(await ofHealth()).toMatchObject({ ok: false, detail: expect.stringContaining('does not answer') });
  expect(await gaugeOf('boxoffice_replica_up')).toBe('boxoffice_replica_up 0');
  expect(await gaugeOf('boxoffice_replica_lag_seconds')).toBeUndefined();
  expect(await gaugeOf('boxoffice_database_up')).toBe('boxoffice_database_up 1');
});
