import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandOf, isAlive } from './process-alive';

/**
 * Clears the way for a start in this folder: ends a Postgres that outlived the one who started it, and forgets one
 * whose process number, after a restart of the machine, belongs to something else.
 */
export async function endForgottenPostmaster(directory: string): Promise<void> {
  const file = join(directory, 'postmaster.pid');
  const pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n', 1)[0]);
  if (!pid || !isAlive(pid)) return;
  const command = commandOf(pid);
  if (command.includes('postgres') && command.includes(`-D ${directory} `)) return endPostmaster(pid);
  // Any other Postgres is left alone: should it work on this very folder, the new one refuses to start and says so.
  if (!command.includes('postgres')) await rm(file, { force: true });
}

/** Fast shutdown: sessions are ended, everything is written. */
async function endPostmaster(pid: number): Promise<void> {
  process.kill(pid, 'SIGINT');
  for (let tries = 0; tries < 300 && isAlive(pid); tries++) await sleep(100);
}
