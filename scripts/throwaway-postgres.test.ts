import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect, test } from 'vitest';
import { askPostgres } from './postgres-answers';
import { startThrowawayPostgres } from './throwaway-postgres';

const FLAGS = ['-c', 'fsync=off', '-c', 'max_connections=10', '-c', 'shared_buffers=8MB'];

async function folderOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ data_directory: string }>('show data_directory');
  await client.end();
  return dirname(rows[0]?.data_directory ?? '');
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1500 && !(await holds()); tries++) await sleep(100);
}

test('a throwaway Postgres leaves nothing behind', async () => {
  const cluster = await startThrowawayPostgres(FLAGS);
  const folder = await folderOf(cluster.url('postgres'));
  expect(existsSync(folder)).toBe(true);
  await cluster.stop();
  expect(await askPostgres(cluster.url('postgres'))).toBe('silent');
  expect(existsSync(folder)).toBe(false);
});

test('a Postgres ends, and is thrown away, when whoever started it is killed', async () => {
  const script = `
    const { startThrowawayPostgres } = await import('./scripts/throwaway-postgres.ts');
    const cluster = await startThrowawayPostgres(${JSON.stringify(FLAGS)});
    process.stdout.write(cluster.url('postgres') + '\\n');
    setInterval(() => {}, 1000);`;
  const starter = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]);
  const url = await new Promise<string>((resolve) =>
    starter.stdout.once('data', (said) => resolve(String(said).trim())),
  );
  const folder = await folderOf(url);
  starter.kill('SIGKILL');
  await until(async () => !existsSync(folder) && (await askPostgres(url)) === 'silent');
  expect(await askPostgres(url)).toBe('silent');
  expect(existsSync(folder)).toBe(false);
});

test('a Postgres that ends by itself says so to whoever asks', async () => {
  const cluster = await startThrowawayPostgres(FLAGS);
  const client = new pg.Client({ connectionString: cluster.url('postgres') });
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query<{ pid: number }>(
    `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as pid`,
  );
  process.kill(rows[0]?.pid ?? 0, 'SIGQUIT');
  await expect(cluster.ended).rejects.toThrow('ended. It said');
  await cluster.stop();
});
