import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasRedisServer, type RedisServer, startRedisServer } from '@/lib/platform/redis/testing/redis-server';
import { pauseAfter } from './run-group';

const PATIENCE = 120_000;

describe.skipIf(!hasRedisServer())('a group of two processes', { timeout: PATIENCE }, () => {
  let server: RedisServer;
  let redis: Redis;
  let group: ChildProcess;
  let port = 0;

  beforeAll(async () => {
    server = await startRedisServer();
    redis = new Redis(server.url);
    const program = fileURLToPath(new URL('testing/tiny-group.ts', import.meta.url));
    group = spawn(process.execPath, ['--import', 'tsx', program], {
      env: { ...process.env, REDIS_URL: server.url },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    [port] = (await once(group, 'message')) as [number];
  }, PATIENCE);

  afterAll(async () => {
    group.kill('SIGKILL');
    redis.disconnect();
    await server.kill();
  });

  /** On a connection of its own, so that the processes take turns; null when nobody answers. */
  const ask = (path: string, signal?: AbortSignal): Promise<string | null> =>
    new Promise((resolve) => {
      get({ host: '127.0.0.1', port, path, agent: false, signal }, (answer) =>
        resolve(text(answer).catch(() => null)),
      ).on('error', () => resolve(null));
    });
  const askPid = () => ask('/pid');
  // Between the last process that takes no more and its end, a connection may be queued for nobody.
  const askPidOfEnding = () => ask('/pid', AbortSignal.timeout(3000));

  /** Once two of them answer. */
  async function pids(): Promise<string[]> {
    const seen = new Set<string>();
    while (seen.size < 2) {
      const pid = await askPid();
      if (pid) seen.add(pid);
      await sleep(20);
    }
    return [...seen];
  }

  test('both answer on one port, and the metrics of each are told by either', async () => {
    await pids();
    const told = await ask('/metrics');
    for (const name of ['1', '2'])
      expect(told).toMatch(new RegExp(`^nodejs_version_info{.*process="${name}"} 1$`, 'm'));
  });

  test('one that is killed is started again, and the other answers meanwhile', async () => {
    const [killed, other] = await pids();
    process.kill(Number(killed), 'SIGKILL');
    while ((await askPid()) !== other) await sleep(20);
    let living = await pids();
    while (living.includes(String(killed))) living = await pids();
    expect(living).toContain(other);
  });

  test('a connection on its way to a process that dies is cut off', async () => {
    const [frozen] = await pids();
    process.kill(Number(frozen), 'SIGSTOP');
    const asked: { answer: Promise<string | null>; open: boolean }[] = [];
    const askOneMore = async () => {
      const one = { answer: askPid(), open: true };
      asked.push(one);
      await one.answer;
      one.open = false;
    };
    // They are handed out in the order in which they came, so one that later ones overtook has gone to the frozen one.
    const overtaken = () =>
      asked.find(({ open }, i) => open && asked.slice(i).filter((later) => !later.open).length > 5);
    while (!overtaken()) {
      void askOneMore();
      await sleep(20);
    }
    process.kill(Number(frozen), 'SIGKILL');
    expect(await overtaken()?.answer).toBeNull();
  });

  test('asked to stop, it answers what is under way, takes no more and ends with 0; one scheduler ran', async () => {
    await pids();
    const under = Array.from({ length: 6 }, () => ask('/wait'));
    while ((await redis.get('waiting')) !== '6' || (await redis.get('daily')) === null) await sleep(20);
    const exited = once(group, 'exit');
    group.kill('SIGTERM');
    while ((await askPidOfEnding()) !== null) await sleep(20);
    await redis.set('go', 'yes');
    expect(await Promise.all(under)).toEqual(Array(6).fill('done'));
    expect((await exited)[0]).toBe(0);
    // Once at its start; a second time only if it is a quarter past 15 o'clock just now.
    expect(Number(await redis.get('daily'))).toBeLessThan(3);
  });
});

test('whoever dies early again and again is started later and later, but at last each ten seconds', () => {
  expect([0, 1, 2, 3, 4].map(pauseAfter)).toEqual([0, 0, 200, 400, 800]);
  expect(pauseAfter(50)).toBe(10_000);
});
