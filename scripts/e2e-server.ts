import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OAuth2Server } from 'oauth2-mock-server';
import { migrateDatabase } from '@/db/migrate';
import { issueKey } from '@/lib/accounts/issue-key';
import { closePools, db } from '@/lib/platform/database';
import { seedDemo } from './seed-demo';
import { startThrowawayPostgres } from './throwaway-postgres';

/**
 * What the browser journeys run against: a throwaway database with the seed, the built app in demo mode on E2E_PORT,
 * the same app with Google sign-in on E2E_PORT + 1, and an OpenID Connect server that plays Google on E2E_PORT + 2.
 */
const port = Number(process.env.E2E_PORT || 3411);
const issuer = await startIssuer(port + 2);
const postgres = await startThrowawayPostgres(['-c', 'fsync=off']);
const dataDir = await mkdtemp(join(tmpdir(), 'boxoffice-journeys-'));
const shared = {
  NODE_ENV: 'production' as const,
  BOXOFFICE_MODE: 'demo',
  BOXOFFICE_SECRET: 'a secret of the journeys, 32 characters long',
  CRON_SECRET: 'cron-secret-of-the-journeys',
  ADMIN_EMAILS: 'boss@example.com',
  BOXOFFICE_DATA_DIR: dataDir,
  DATABASE_URL: postgres.url('postgres'),
};
Object.assign(process.env, shared);
await migrateDatabase(shared.DATABASE_URL);
await seedDemo(new Date());
const { key } = await issueKey(db(), {
  name: 'journeys',
  kind: 'secret',
  scopes: ['*'],
  allowedOrigins: [],
  now: new Date(),
});
await closePools();
await writeFile('test-results/e2e-key', key, { mode: 0o600 });

const google = {
  GOOGLE_CLIENT_ID: 'boxoffice',
  GOOGLE_CLIENT_SECRET: 'boxoffice-secret',
  GOOGLE_ISSUER: issuer.issuer.url ?? '',
};
// The second is asked for when both are to be there.
const apps = [await startApp(port, {}), await startApp(port + 1, google)];

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());

function startApp(at: number, extra: Record<string, string>): Promise<ChildProcess> {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ...shared,
    ...extra,
    PORT: String(at),
    BOXOFFICE_URL: `http://localhost:${at}`,
  };
  // By the channel it says that it listens, and learns of our end.
  const stdio = ['ignore', 'ignore', 'inherit', 'ipc'] as const;
  const app = spawn(process.execPath, ['--import', 'tsx', 'server.ts'], { env, stdio: [...stdio] });
  return new Promise((resolve, reject) => {
    app.once('message', () => resolve(app));
    app.once('exit', (code) => reject(new Error(`the app of the journeys ended (${code}); is it built?`)));
  });
}

async function startIssuer(at: number): Promise<OAuth2Server> {
  const server = new OAuth2Server();
  await server.issuer.keys.generate('RS256');
  await server.start(at, 'localhost');
  server.service.on('beforeTokenSigning', (token: { payload: Record<string, unknown> }) => {
    Object.assign(token.payload, {
      aud: 'boxoffice',
      sub: 'google-boss',
      email: 'boss@example.com',
      email_verified: true,
      name: '박대표',
    });
  });
  return server;
}

async function stop(): Promise<void> {
  await Promise.all(
    apps.map((app) => new Promise((resolve) => app.once('exit', resolve).kill('SIGTERM') || resolve(null))),
  );
  await issuer.stop();
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
  process.exit(0);
}
