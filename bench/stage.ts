import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { migrateDatabase } from '@/db/migrate';
import { closePools } from '@/lib/platform/database';
import { resetEnv } from '@/lib/platform/env';
import { freePort } from '@/scripts/free-port';
import { startThrowawayPostgres } from '@/scripts/throwaway-postgres';

export type Stage = {
  databaseUrl: string;
  address: string;
  /** One more server process on the same database; returns its address. */
  startAnother: () => Promise<string>;
  query: (text: string, values?: unknown[]) => Promise<pg.QueryResult>;
  stop: () => Promise<void>;
};

const SETTINGS: NodeJS.ProcessEnv = {
  NODE_ENV: 'production',
  BOXOFFICE_MODE: 'demo',
  BOXOFFICE_SECRET: 'a secret of the benchmarks, 32 characters',
  CRON_SECRET: 'cron-secret-of-the-benchmarks',
};

/** A durable Postgres of its own and the built app in front of it, as `npm start` runs it. Without `crons` its scheduler is refused, for benchmarks that run the daily work themselves. Needs `npm run build` before. */
export async function setStage({ crons = true } = {}): Promise<Stage> {
  const postgres = await startThrowawayPostgres(['-c', 'shared_buffers=1GB', '-c', 'max_wal_size=4GB']);
  const databaseUrl = postgres.url('postgres');
  await migrateDatabase(databaseUrl);
  // Verbs called by a benchmark itself go to the stage that was set last.
  await closePools();
  resetEnv();
  Object.assign(process.env, SETTINGS, { DATABASE_URL: databaseUrl, ...(!crons && { CRON_SECRET: '' }) });
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4 });
  const apps = [await startApp(databaseUrl)];
  const startAnother = async () => {
    const another = await startApp(databaseUrl);
    apps.push(another);
    return another.address;
  };
  const stop = async () => {
    for (const { app } of apps) {
      app.kill('SIGTERM');
      await new Promise((resolve) => app.once('exit', resolve));
    }
    await closePools();
    await pool.end();
    await postgres.stop();
  };
  const query: Stage['query'] = (text, values) => pool.query(text, values);
  return { databaseUrl, address: apps[0]?.address ?? '', startAnother, query, stop };
}

async function startApp(databaseUrl: string): Promise<{ app: ChildProcess; address: string }> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const app: ChildProcess = spawn(process.execPath, ['--import', 'tsx', 'server.ts'], {
    env: { ...process.env, DATABASE_URL: databaseUrl, PORT: String(port), BOXOFFICE_URL: address },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (let tries = 0; tries < 200; tries++) {
    if (
      await fetch(`${address}/api/health`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return { app, address };
    await sleep(100);
  }
  app.kill();
  throw new Error('the app did not start; is it built? npm run build');
}
