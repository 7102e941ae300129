import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { initPostgres } from './init-postgres';
import { postgresAccount } from './postgres-account';
import { askPostgres } from './postgres-answers';
import { findPostgresBinaries } from './postgres-binaries';
import { guardPostgres } from './postgres-guard';
import { endForgottenPostmaster } from './postmaster';

export type Cluster = {
  url: (database: string) => string;
  stop: () => Promise<void>;
  /** Rejects when it ends without `stop`, with what it said. */
  ended: Promise<never>;
};
export type Place = { directory: string; port: number; password: string; flags?: string[]; throwAway?: string };

/**
 * Makes the cluster when it is new and starts it, on loopback only. Resolves when it answers; it ends with `stop`, or
 * with this process. `throwAway` is a folder that goes with it. Throws an Error with what Postgres said.
 */
export async function startPostgres(place: Place): Promise<Cluster> {
  const { directory, port, password } = place;
  const binaries = await findPostgresBinaries();
  const account = postgresAccount(directory);
  if (existsSync(directory)) await endForgottenPostmaster(directory);
  else await initPostgres({ initdb: binaries.initdb, directory, password, account });
  const server = spawn(binaries.postgres, argumentsOf(place), {
    ...account,
    stdio: ['ignore', 'ignore', 'pipe'],
    // Away from the terminal's Ctrl-C, so that the app can finish its requests first.
    detached: process.platform !== 'win32',
    windowsHide: true,
    cwd: dirname(directory),
  });
  const guard = guardPostgres(server.pid ?? 0, place.throwAway);
  const ended = endOf(server, directory);
  const stop = () => stopServer(server).finally(guard.release);
  const url = (database: string) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
  try {
    await Promise.race([answering(url('postgres'), directory), ended]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop, ended };
}

function argumentsOf({ directory, port, flags = [] }: Place): string[] {
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200', `port=${port}`];
  return ['-D', directory, ...settings.flatMap((setting) => ['-c', setting]), ...flags];
}

function endOf(server: ChildProcess, directory: string): Promise<never> {
  let said = '';
  server.stderr?.on('data', (chunk) => {
    said = `${said}${chunk}`.slice(-4000);
  });
  const ended = new Promise<never>((_, reject) => {
    server.on('error', reject);
    server.on('exit', () => reject(new Error(`The Postgres in ${directory} ended. It said:\n${said}`)));
  });
  ended.catch(() => {}); // whoever does not ask need not hear of it
  return ended;
}

async function answering(url: string, directory: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const state = await askPostgres(url);
    if (state === 'answers') return;
    if (state === 'wrong password')
      throw new Error(`The database in ${directory} has another password than the settings beside it. Restore them, or
delete that folder to begin again with an empty database.`);
    await sleep(100);
  }
  throw new Error(`The Postgres in ${directory} does not answer.`);
}

async function stopServer(server: ChildProcess): Promise<void> {
  if (!server.pid || server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGINT'); // fast shutdown: sessions are ended, everything is written
  const late = setTimeout(() => server.kill('SIGQUIT'), 30_000);
  await gone;
  clearTimeout(late);
}
