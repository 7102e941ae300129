import cluster from 'node:cluster';
import { stopwatch } from '@/lib/platform/clock';
import { cutOffWithWorker } from './cut-off-with-worker';
import { relayMetrics } from './relay-metrics';
import { onceAskedToStop } from './serve';

export type Group = {
  size: number;
  /** What each process runs; the program of this one when left out. */
  program?: string;
  env: Record<string, string>;
  /** Once the first of them listens; what it begins is ended before they are. */
  listening: (port: number) => { stop: () => void };
  stopMilliseconds: number;
};

/** A process that lived less than this is started again later and later. */
const SETTLED_MILLISECONDS = 30_000;
const LONGEST_PAUSE_MILLISECONDS = 10_000;

/**
 * Processes that share a port. One that dies is started again; when the very first die before any has listened, the
 * settings are wrong and the group ends with their code. Asked to stop, it asks them, waits, and ends with 0.
 */
export function runGroup(group: Group): void {
  let begun: { stop: () => void } | undefined;
  let stopping = false;
  const start = (slot: number, earlyDeaths: number) => {
    if (stopping) return;
    const worker = cluster.fork({ ...group.env, BOXOFFICE_PROCESS: String(slot) });
    cutOffWithWorker(worker);
    const lived = stopwatch();
    worker.once('listening', ({ port }) => {
      begun ??= group.listening(port);
    });
    worker.once('exit', (code, signal) => {
      if (stopping) return;
      if (!begun) process.exit(code || 1);
      const early = lived() < SETTLED_MILLISECONDS ? earlyDeaths + 1 : 0;
      const pause = pauseAfter(early);
      console.warn(`process ${slot} ended (${signal ?? code}); another one starts in ${pause} ms`);
      setTimeout(start, pause, slot, early);
    });
  };
  cluster.setupPrimary(group.program ? { exec: group.program } : {});
  relayMetrics();
  for (let slot = 1; slot <= group.size; slot++) start(slot, 0);
  onceAskedToStop(async () => {
    stopping = true;
    begun?.stop();
    await stopAll(group.stopMilliseconds);
    process.exit(0);
  });
}

/** Nothing after a long life or the first early death, then 0.2 s, 0.4 s and so on. */
export function pauseAfter(earlyDeaths: number): number {
  return earlyDeaths < 2 ? 0 : Math.min(LONGEST_PAUSE_MILLISECONDS, 100 * 2 ** (earlyDeaths - 1));
}

/** They answer what is under way; who takes longer is ended. */
async function stopAll(withinMilliseconds: number): Promise<void> {
  const living = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined && !worker.isDead());
  const signalAll = (signal: NodeJS.Signals) => {
    for (const worker of living) worker?.process.kill(signal);
  };
  const ended = living.map((worker) => new Promise((resolve) => worker?.once('exit', resolve)));
  setTimeout(signalAll, withinMilliseconds, 'SIGKILL').unref();
  signalAll('SIGTERM');
  await Promise.all(ended);
}
