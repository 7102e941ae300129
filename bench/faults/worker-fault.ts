import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { db } from '@/lib/platform/database';
import { holdUp, type Promised, promise, standingOf } from '@/lib/points/testing/promises';
import { disturb, openTrial, type Row } from './trial';

const PROMISES = 1500;
const PAID_BEFORE = 50;

/** A worker is killed with jobs in its hands; another one is given them after a minute, and every reward is paid once. */
export async function workerFault(): Promise<Row[]> {
  const trial = await openTrial({ JOB_CONCURRENCY: '0' });
  const promised = await promise(PROMISES);
  let held = 0;
  const killAtWork = async () => {
    // What it cannot pay meanwhile it has in its hands when it ends.
    const late = await holdUp(promised.slice(PAID_BEFORE));
    const worker = await startWorker();
    while (!(await late.isAwaited())) await sleep(5);
    await worker.kill();
    held = await countHeld();
    await late.letGo();
  };
  const another = { kill: async () => {} };
  const replace = async () => {
    Object.assign(another, await startWorker());
    await untilPaid(promised);
  };
  try {
    return [
      await disturb(trial, {
        fault: 'A worker killed in its jobs',
        cause: killAtWork,
        heal: replace,
        note: () => `${held} jobs were in its hands; ${PROMISES} rewards paid once`,
      }),
    ];
  } finally {
    await another.kill();
    await trial.server.kill();
  }
}

async function startWorker(): Promise<{ kill: () => Promise<void> }> {
  const script = fileURLToPath(new URL('../../lib/http/testing/worker-process.ts', import.meta.url));
  const child = fork(script, { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  await once(child, 'message');
  const kill = async () => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  return { kill };
}

async function countHeld(): Promise<number> {
  const { rowCount } = await db().$client.query(
    'select from graphile_worker._private_jobs where locked_at is not null',
  );
  if (!rowCount) throw new Error('the worker died with no job in its hands: nothing was tried');
  return rowCount;
}

async function untilPaid(promised: Promised[]): Promise<void> {
  const points = (PROMISES * (PROMISES + 1)) / 2;
  for (let tries = 0; tries < 360; tries++) {
    const { pending, paid, transfers } = (await standingOf(promised)) ?? {};
    if (pending === 0 && transfers === PROMISES && paid === points) return;
    await sleep(500);
  }
  throw new Error(`not all was paid once: ${JSON.stringify(await standingOf(promised))}`);
}
