import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SYSTEM } from '@/lib/accounts/actor';
import { now } from '@/lib/platform/clock';
import { db } from '@/lib/platform/database';
import { enqueue } from '@/lib/platform/enqueue';
import { resetEnv } from '@/lib/platform/env';
import { holdUp, hurry, promise, standingOf } from '@/lib/points/testing/promises';
import { redriveJobs } from '@/lib/status/redrive-jobs';
import { type PointApi, startPointApi } from '@/scripts/point-api';
import { startJobWorker } from './job-worker';
import { runJobs } from './run-jobs';

const workers: { stop: () => Promise<void> }[] = [];
/** A process has one worker; others are processes of their own. */
const start = () => workers.push(startJobWorker());
const processes: ChildProcess[] = [];
const soon = { timeout: 120_000, interval: 50 };

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterEach(async () => {
  for (const one of processes.splice(0)) one.kill('SIGKILL');
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
});

/** With these settings until `work` is done. */
async function withSettings(settings: Record<string, string>, work: () => Promise<void>): Promise<void> {
  Object.assign(process.env, settings);
  resetEnv();
  try {
    await work();
  } finally {
    await Promise.all(workers.splice(0).map((worker) => worker.stop()));
    for (const name of Object.keys(settings)) delete process.env[name];
    resetEnv();
  }
}

test('a reward is paid soon after its promise, without a cron', async () => {
  start();
  await promise(1); // the worker has found its feet
  await expect
    .poll(async () => (await db().$client.query('select from graphile_worker._private_jobs')).rowCount, soon)
    .toBe(0);
  const promised = await promise(1);
  await expect.poll(() => standingOf(promised), soon).toMatchObject({ pending: 0, paid: 1 });
});

test.each(['the worker', 'the minute cron'])('a day that was queued is settled by %s', async (who) => {
  const day = who === 'the worker' ? '2026-01-05' : '2026-01-06';
  await enqueue(db(), 'settle-day', { day }, `settle-day ${day}`);
  if (who === 'the worker') start();
  else await runJobs();
  const stateOf = async () => (await db().$client.query('select state from days where day = $1', [day])).rows[0]?.state;
  await expect.poll(stateOf, soon).toBe('settled');
});

test('three workers and the minute cron at once pay each promise once, and leave no job', async () => {
  const promised = await promise(1500);
  start();
  await Promise.all([startProcess(), startProcess()]);
  await runJobs();
  await expect
    .poll(() => standingOf(promised), soon)
    .toEqual({ pending: 0, transfers: 1500, paid: (1500 * 1501) / 2, jobs: 0 });
});

test('a worker that stops ends what it has in its hands, and what it had not begun is left to others', async () => {
  const promised = await promise(3000);
  const worker = startJobWorker();
  await expect.poll(async () => (await standingOf(promised))?.transfers, soon).toBeGreaterThan(0);
  await worker.stop();
  const { rows } = await db().$client.query('select id from graphile_worker._private_jobs where locked_at is not null');
  expect(rows).toEqual([]);
  const standing = await standingOf(promised);
  expect(standing?.jobs).toBe(standing?.pending);
  await runJobs();
  expect(await standingOf(promised)).toMatchObject({ pending: 0, transfers: 3000, jobs: 0 });
});

test('a worker whose connections are all cut goes on by itself', async () => {
  start();
  const before = await promise(1);
  await expect.poll(() => standingOf(before), soon).toMatchObject({ pending: 0 });
  for (let round = 0; round < 3; round++) {
    await db().$client.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'boxoffice jobs' and datname = current_database()`);
    const promised = await promise(100);
    await expect.poll(() => standingOf(promised), soon).toMatchObject({ pending: 0, transfers: 100 });
  }
});

test('the jobs of a process that was killed are taken over, and each promise is paid once', async () => {
  const promised = await promise(1000);
  // What it cannot pay meanwhile it has in its hands when it ends.
  const late = await holdUp(promised.slice(500));
  const child = await startProcess();
  await expect.poll(late.isAwaited, soon).toBe(true);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
  expect((await inHands()).held, 'the process died with jobs in its hands').toBeGreaterThan(0);
  await late.letGo();
  await runJobs();
  // The database may still have ended a statement or two of the dead process meanwhile.
  const { others } = await inHands();
  expect(others).toBe(0);
  // A minute later.
  await db().$client.query(`update graphile_worker._private_jobs set locked_at = locked_at - interval '61 seconds'`);
  await runJobs();
  expect(await standingOf(promised)).toEqual({ pending: 0, transfers: 1000, paid: (1000 * 1001) / 2, jobs: 0 });
});

test('JOB_CONCURRENCY 0 leaves jobs to other servers', async () => {
  await withSettings({ JOB_CONCURRENCY: '0' }, async () => {
    const promised = await promise(1);
    start();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await standingOf(promised)).toMatchObject({ pending: 1, jobs: 1 });
  });
  await runJobs();
});

test('an API that fails, answers late and twice, and loses answers credits each promise once; after redrive nothing is left', async () => {
  const api = await startPointApi({ fail: 0.33, slow: 500, drop: 0.1, twice: true });
  const settings = { POINTS_API_URL: api.url, POINTS_API_TIMEOUT_MILLISECONDS: '400', JOB_MAX_ATTEMPTS: '2' };
  await withSettings(settings, async () => {
    const promised = await promise(100);
    start();
    await startProcess();
    await hurryUntilNoneWaits();
    const failed = await standingOf(promised);
    expect(failed?.pending, 'some have failed for good').toBeGreaterThan(0);
    expect(failed?.jobs).toBe(failed?.pending);
    expect(repeated(api), 'some were asked for again after they were credited').toBeGreaterThan(0);
    api.behave({ fail: 0, slow: 0, drop: 0, twice: false });
    await db().$client.query(`select pg_sleep(2.1)`); // the API was left alone for a moment
    expect(await redrive()).toBe(failed?.pending);
    await hurryUntilNoneWaits();
    while ((await redrive()) > 0) await hurryUntilNoneWaits();
    expect(await standingOf(promised)).toEqual({ pending: 0, transfers: 0, paid: 0, jobs: 0 });
    expect([...api.ledger.keys()].sort()).toEqual(promised.map(({ reference }) => reference).sort());
    expect([...api.ledger.values()].reduce((sum, { points }) => sum + points, 0)).toBe((100 * 101) / 2);
  });
  await api.stop();
});

test('what the API will never take is kept for an admin after one attempt', async () => {
  const api = await startPointApi({ status: 422 });
  await withSettings({ POINTS_API_URL: api.url }, async () => {
    const promised = await promise(3);
    await runJobs();
    const { rows } = await db().$client.query(
      'select attempts, max_attempts, is_available, last_error from graphile_worker._private_jobs order by id',
    );
    expect(rows).toHaveLength(3);
    for (const row of rows)
      expect(row).toEqual({
        attempts: 1,
        max_attempts: 1,
        is_available: false,
        last_error: 'The point API answered 422: {"error":"as it was told"}',
      });
    api.behave({ status: null });
    expect(await redrive()).toBe(3);
    await runJobs();
    expect(await standingOf(promised)).toMatchObject({ pending: 0, jobs: 0 });
    expect(api.ledger.size).toBe(3);
  });
  await api.stop();
});

/** Jobs that somebody has taken, and the others, at one moment. */
async function inHands(): Promise<{ held: number; others: number }> {
  const { rows } = await db().$client.query<{ held: number; others: number }>(
    `select count(*) filter (where locked_at is not null) as held, count(*) filter (where locked_at is null) as others
     from graphile_worker._private_jobs`,
  );
  return rows[0] ?? { held: 0, others: 0 };
}

const redrive = async () =>
  (await redriveJobs({ wanted: { task: 'accrue-points' }, actor: SYSTEM, requestId: 'test', now: now() })).redriven;

const repeated = (api: PointApi) => [...api.ledger.keys()].filter((key) => (api.asked.get(key) ?? 0) > 1).length;

/** Every job is done, or has failed for good. */
async function hurryUntilNoneWaits(): Promise<void> {
  const open = async () => {
    await hurry();
    const { rows } = await db().$client.query<{ n: number }>(
      'select count(*) as n from graphile_worker._private_jobs where is_available or locked_at is not null',
    );
    return rows[0]?.n;
  };
  await expect.poll(open, { timeout: 120_000, interval: 200 }).toBe(0);
}

function startProcess(): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('./testing/worker-process.ts', import.meta.url));
  const child = fork(script, {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  processes.push(child);
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve(child));
    child.once('exit', (code) => reject(new Error(`the worker ended with ${code}`)));
  });
}
