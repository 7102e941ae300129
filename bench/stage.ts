import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@/scripts/free-port';
import { type BenchDatabase, makeDatabase } from './database';

export type Stage = BenchDatabase & {
  address: string;
  /** One more server process on the same database, of another program if named; returns its address. */
  startAnother: (program?: string) => Promise<string>;
};

/** A durable Postgres of its own and the built app in front of it, as `npm start` runs it. Without `crons` its scheduler is refused, for benchmarks that run the daily work themselves. Needs `npm run build` before. */
export async function setStage({ crons = true } = {}): Promise<Stage> {
  const CRON_SECRET = crons ? 'cron-secret-of-the-benchmarks' : '';
  const { databaseUrl, query, stop: stopDatabase } = await makeDatabase({ settings: { CRON_SECRET } });
  const apps = [await startApp(databaseUrl)];
  const startAnother = async (program?: string) => {
    const another = await startApp(databaseUrl, program);
    apps.push(another);
    return another.address;
  };
  const stop = async () => {
    for (const { app } of apps) {
      app.kill('SIGTERM');
      await new Promise((resolve) => app.once('exit', resolve));
    }
    await stopDatabase();
  };
  return { databaseUrl, address: apps[0]?.address ?? '', startAnother, query, stop };
}

async function startApp(databaseUrl: string, program = 'server.ts'): Promise<{ app: ChildProcess; address: string }> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const app: ChildProcess = spawn(process.execPath, ['--import', 'tsx', program], {
    env: { ...process.env, DATABASE_URL: databaseUrl, PORT: String(port), BOXOFFICE_URL: address },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (let tries = 0; tries < 600; tries++) {
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
