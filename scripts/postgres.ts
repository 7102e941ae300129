import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Account, postgresAccount } from './postgres-account';
import { findPostgresBinaries } from './postgres-binaries';
import { guardPostgres } from './postgres-guard';
import { endForgottenPostmaster } from './postmaster';

export type Cluster = { url: (database: string) => string; stop: () => Promise<void> };
type Place = { directory: string; port: number; password: string; flags?: string[]; throwAway?: string };

/**
 * Makes the cluster when it is new and starts it, on loopback only. Resolves when it answers; it ends with `stop`, or
 * with this process. `throwAway` is a folder that goes with it. Throws an Error with what Postgres said.
 */
export async function startPostgres(place: Place): Promise<Cluster> {
  const { directory, port, password } = place;
  const binaries = await findPostgresBinaries();
  const account = postgresAccount(directory);
  if (existsSync(directory)) await endForgottenPostmaster(directory);
  else await initialize(binaries.initdb, directory, password, account);
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200', `port=${port}`];
  const options = [...settings.flatMap((setting) => ['-c', setting]), ...(place.flags ?? [])];
  const server = spawn(binaries.postgres, ['-D', directory, ...options], {
    ...account,
    stdio: ['ignore', 'ignore', 'pipe'],
    // Away from the terminal's Ctrl-C, so that the app can finish its requests first.
    detached: process.platform !== 'win32',
    windowsHide: true,
    cwd: dirname(directory),
  });
  const guard = guardPostgres(server.pid ?? 0, place.throwAway);
  const url = (database: string) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
  const stop = async () => {
    await stopServer(server);
    guard.release();
  };
  try {
    await answering(url('postgres'), server, directory);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

/** Atomic: a folder of this name is a whole cluster. */
async function initialize(
  initdb: string,
  directory: string,
  password: string,
  account: Account | undefined,
): Promise<void> {
  const unfinished = `${directory}.new`;
  const passwordFile = `${directory}.password`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account) await Promise.all([unfinished, passwordFile].map((path) => chown(path, account.uid, account.gid)));
  try {
    const user = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    execFileSync(initdb, [`--pgdata=${unfinished}`, ...user, ...locale], {
      ...account,
      stdio: ['ignore', 'ignore', 'pipe'],
      cwd: dirname(directory),
    });
    await rename(unfinished, directory);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function answering(url: string, server: ChildProcess, directory: string): Promise<void> {
  let said = '';
  server.on('error', (error) => {
    said += error.message;
  });
  server.stderr?.on('data', (chunk) => {
    said = `${said}${chunk}`.slice(-4000);
  });
  for (let tries = 0; tries < 600 && server.exitCode === null && server.pid; tries++) {
    const answer = await ask(url);
    if (answer === 'yes') return;
    if (answer === 'wrong password')
      throw new Error(`The database in ${directory} has another password than the settings beside it. Restore them, or
delete that folder to begin again with an empty database.`);
    await sleep(100);
  }
  throw new Error(`Postgres did not start in ${directory}. It said:\n${said}`);
}

/** Whether a Postgres accepts this address and password. */
export async function answers(url: string): Promise<boolean> {
  return (await ask(url)) === 'yes';
}

async function ask(url: string): Promise<'yes' | 'no' | 'wrong password'> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
    return 'yes';
  } catch (error) {
    return error instanceof pg.DatabaseError && error.code === '28P01' ? 'wrong password' : 'no';
  } finally {
    await client.end().catch(() => {});
  }
}

async function stopServer(server: ChildProcess): Promise<void> {
  if (!server.pid || server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGINT'); // fast shutdown: sessions are ended, everything is written
  const late = setTimeout(() => server.kill('SIGQUIT'), 30_000);
  await gone;
  clearTimeout(late);
}
