import { spawn } from 'node:child_process';
import { buildApp } from './build-app';
import { findCluster, openCluster } from './data-cluster';
import { type DataDir, openDataDir } from './data-dir';
import { greet } from './greet';
import { isPortTaken } from './port-taken';
import { prepareDatabase } from './prepare-database';
import { forgetRunning, noteRunning, settleRunning } from './running';

const dev = process.argv.includes('--dev');
const command = dev ? 'npm run dev' : 'npm run up';
const say = (text: string) => console.log(`  ${text}`);

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());
// The wrapper that started us died without a word.
process.on('disconnect', () => stopping.abort());

/** From nothing to a running app: database, schema, 90 days of data, build, start. Again it only starts. */
async function up(): Promise<void> {
  console.log('\nBoxoffice');
  const dataDir = await openDataDir();
  const running = await settleRunning(dataDir.path);
  if (running && !dev) return refuseSecond(running);
  const port = await wantedPort();
  const address = `http://localhost:${port}`;
  if (!running) await noteRunning(dataDir.path, address);
  const own = !process.env.DATABASE_URL;
  const cluster = own ? ((running && (await findCluster(dataDir))) ?? (await openCluster(dataDir))) : null;
  say(!own ? 'database of DATABASE_URL' : `database started${elsewhere(dataDir)}`);
  try {
    const { settings, apiKey } = await unlessStopped(prepareDatabase({ dataDir, cluster, port, say }));
    if (!running) await noteRunning(dataDir.path, address, settings.DATABASE_URL);
    if (!dev) await buildApp(say, stopping.signal);
    const served = serve(settings, () => greet({ address, apiKey, folder: dataDir.path }));
    await (cluster ? Promise.race([served, cluster.ended]) : served);
  } finally {
    await cluster?.stop();
    await forgetRunning(dataDir.path);
  }
}

/** Root is told why its data are not where it looks for them. */
const elsewhere = ({ cluster, path }: DataDir) =>
  cluster ? ` in ${cluster}: Postgres runs as another user than root, who may not enter ${path}` : '';

function refuseSecond({ address, pid, answers }: { address: string; pid: number; answers: boolean }): void {
  if (!answers)
    throw new Error(`Another \`npm run up\` of this folder is at work. Wait for it, or stop it: kill ${pid}`);
  console.log(`\n  runs already: ${address}\n`);
}

async function wantedPort(): Promise<number> {
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`PORT is ${process.env.PORT}, which is no port. Choose one from 1 to 65535: PORT=3001 ${command}`);
  if (await isPortTaken(port)) throw new Error(`Port ${port} is taken. Choose another: PORT=${port + 1} ${command}`);
  return port;
}

/** Runs the app until it ends or we are asked to stop. Throws when it ended by itself with an error. */
function serve(env: NodeJS.ProcessEnv, ready: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    if (stopping.signal.aborted) return resolve();
    const server = spawn(process.execPath, ['--import', 'tsx', 'server.ts'], {
      env,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    server.on('message', ready);
    server.on('error', reject);
    server.on('exit', (code, signal) =>
      code === 0 || stopping.signal.aborted ? resolve() : reject(new Error(`The app ended (${signal ?? code}).`)),
    );
    stopping.signal.addEventListener('abort', () => server.kill('SIGTERM'));
  });
}

/** Gives up waiting when we are asked to stop; what was begun ends with the database. */
function unlessStopped<T>(work: Promise<T>): Promise<T> {
  const stopped = new Promise<never>((_, reject) => {
    if (stopping.signal.aborted) return reject(stopping.signal.reason);
    stopping.signal.addEventListener('abort', () => reject(stopping.signal.reason));
  });
  return Promise.race([work, stopped]);
}

/** A step that was stopped under way fails in its own words, which nobody asked for. */
function explain(error: unknown): void {
  if (stopping.signal.aborted) return;
  console.error(`\n${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}

await up().catch(explain);
process.exit();
