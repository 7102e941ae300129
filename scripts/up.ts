import { spawn } from 'node:child_process';
import { DEMO_PEOPLE } from '@/db/builders/people';
import { migrateDatabase } from '@/db/migrate';
import { issueKey } from '@/lib/accounts/issue-key';
import { closePools, db } from '@/lib/platform/database';
import { buildApp } from './build-app';
import { type DataDir, openCluster, openDataDir, saveDataDir, settingsOf } from './data-dir';
import { seedDemo } from './seed-demo';

const dev = process.argv.includes('--dev');
const port = Number(process.env.PORT || 3000);
const address = `http://localhost:${port}`;
const step = (text: string) => console.log(`  ${text}`);

/** From nothing to a running app: database, schema, 90 days of data, build, start. Again it only starts. */
async function up(): Promise<void> {
  console.log('\nBoxoffice');
  if (await isUp()) {
    console.log(`\n  is running already: ${address}\n`);
    return;
  }
  const dataDir = await openDataDir();
  const cluster = process.env.DATABASE_URL ? null : await openCluster(dataDir);
  step(cluster ? 'database started' : 'database from DATABASE_URL');
  const settings = settingsOf(dataDir, cluster?.url('postgres') ?? process.env.DATABASE_URL ?? '', port);
  Object.assign(process.env, settings);
  await migrateDatabase(settings.DATABASE_URL ?? '');
  await seedUnlessFull();
  const apiKey = await keyOf(dataDir);
  await closePools();
  if (!dev) await buildApp(step);
  const code = await serve(settings, () => greet(apiKey));
  await cluster?.stop();
  process.exit(code);
}

const isUp = () =>
  fetch(`${address}/api/health`, { signal: AbortSignal.timeout(2000) }).then(
    (answer) => answer.headers.has('x-request-id'),
    () => false,
  );

async function seedUnlessFull(): Promise<void> {
  const { rows } = await db().$client.query('select from contents limit 1');
  if (rows.length > 0 || process.env.BOXOFFICE_MODE !== 'demo') return step('schema is up to date');
  const started = performance.now();
  const { events, days } = await seedDemo(new Date());
  step(
    `${days} days seeded, ${events.toLocaleString('en')} events, ${Math.round((performance.now() - started) / 1000)} s`,
  );
}

/** One key for trying things, made once and kept in the data folder; a revoked one is replaced. */
async function keyOf(dataDir: DataDir): Promise<string> {
  const { rows } = await db().$client.query(`select from api_keys where prefix = $1 and revoked_at is null`, [
    dataDir.apiKey?.slice(0, 12),
  ]);
  if (dataDir.apiKey && rows.length > 0) return dataDir.apiKey;
  const { key } = await issueKey(db(), {
    name: 'npm run up',
    kind: 'secret',
    scopes: ['*'],
    allowedOrigins: [],
    now: new Date(),
  });
  await saveDataDir({ ...(await openDataDir()), apiKey: key });
  return key;
}

function serve(settings: NodeJS.ProcessEnv, ready: () => void): Promise<number> {
  const server = spawn(process.execPath, ['--import', 'tsx', 'server.ts'], {
    env: settings,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  server.on('message', ready);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => server.kill('SIGTERM'));
  return new Promise((resolve) => server.on('exit', (code) => resolve(code ?? 1)));
}

function greet(apiKey: string): void {
  const people = DEMO_PEOPLE.map(
    ({ name, email, roles }) => `    ${email.padEnd(32)} ${name}${roles.length > 0 ? ` (${roles.join(', ')})` : ''}`,
  );
  const curl = `curl ${address}/api/v1/events -H 'Authorization: Bearer ${apiKey}' -H 'content-type: application/json' \\\n      -d '[{"id":"${crypto.randomUUID()}","type":"click","contentId":1,"viewerId":"me","at":"${new Date().toISOString()}"}]'`;
  console.log(`
  ${address}

  Sign in as
${people.join('\n')}

  API key
    ${apiKey}

  Count something, then press Refresh
    ${curl}

  Ctrl-C stops it; the data stays in ${process.env.BOXOFFICE_DATA_DIR || '.data'}.
`);
}

await up().catch((error) => {
  console.error(`\n${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
});
