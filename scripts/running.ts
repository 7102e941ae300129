import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandOf } from './process-alive';

type Running = { pid: number; address: string; databaseUrl: string | null };

const fileOf = (path: string) => join(path, 'running.json');

/** Notes that this process runs the app of this data folder, on which database as soon as it is ready. */
export async function noteRunning(path: string, address: string, databaseUrl: string | null = null): Promise<void> {
  const running: Running = { pid: process.pid, address, databaseUrl };
  await writeFile(fileOf(path), JSON.stringify(running), { mode: 0o600 });
}

export async function forgetRunning(path: string): Promise<void> {
  const running = await findRunning(path);
  if (running?.pid === process.pid) await rm(fileOf(path), { force: true });
}

/** Who runs the app of this data folder now; null when nobody does, also when they died without a word. */
export async function findRunning(path: string): Promise<Running | null> {
  const text = await readFile(fileOf(path), 'utf8').catch(() => '');
  if (text === '') return null;
  const running: Running = JSON.parse(text);
  const ours = running.pid === process.pid || commandOf(running.pid).includes(join('scripts', 'up.ts'));
  return ours ? running : null;
}

/** The same, but waits up to 12 seconds for one that is just starting or stopping. `answers`: its app is there. */
export async function settleRunning(path: string): Promise<(Running & { answers: boolean }) | null> {
  for (let tries = 0; ; tries++) {
    const running = await findRunning(path);
    if (!running) return null;
    const answers = await isBoxoffice(running.address);
    if (answers || tries >= 24) return { ...running, answers };
    await sleep(500);
  }
}

const isBoxoffice = (address: string) =>
  fetch(`${address}/api/health`, { signal: AbortSignal.timeout(2000) }).then(
    (answer) => answer.headers.has('x-request-id'),
    () => false,
  );
