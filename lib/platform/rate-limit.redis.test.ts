import { Redis as Connection } from 'ioredis';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { stopwatch } from './clock';
import { resetEnv } from './env';
import { takeFromBucket } from './rate-limit';
import { closeRedis, redis, redisLink } from './redis/client';
import { redisState } from './redis/redis-state';
import { hasRedisServer, type RedisServer, startRedisServer } from './redis/testing/redis-server';

// So slow that none is won back while a test runs.
const rate = { requestsPerSecond: 0.001, burst: 100 };
const take = (bucket: string, times: number) =>
  Promise.all(Array.from({ length: times }, () => takeFromBucket(bucket, rate)));
const passed = (verdicts: { ok: boolean }[]) => verdicts.filter(({ ok }) => ok).length;
const SOON = { timeout: 60_000, interval: 50 };

describe.skipIf(!hasRedisServer())('with a real Redis', () => {
  let server: RedisServer;
  beforeAll(async () => {
    server = await startRedisServer();
    process.env.REDIS_URL = server.url;
  });
  beforeEach(() => {
    vi.spyOn(console, 'warn').mockReturnValue();
  });
  afterAll(async () => {
    closeRedis();
    await server.kill();
  });

  test('keeps the bucket there, shared by every process', async () => {
    expect(passed(await take('shared', 130))).toBe(100);
    expect(await redis().hget('rate:shared', 'tokens')).toBe(0);
  });

  test('throws nothing when Redis is emptied, scripts and all', async () => {
    await take('emptied', 130);
    await redis().flushdb();
    await redis().scriptFlush();
    expect(passed(await take('emptied', 50))).toBe(50);
  });

  test('limits by its own buckets while Redis is dead, at no cost a request, and goes back to it', async () => {
    await server.kill();
    const verdicts = await take('dead', 150);
    expect(passed(verdicts)).toBe(100);
    expect(await redisState()).toMatchObject({ transport: 'tcp', healthy: false });
    const asked = vi.spyOn(Connection.prototype, 'call');
    for (let i = 0; i < 1000; i++) await takeFromBucket(`dead ${i}`, rate);
    expect(asked.mock.calls.filter(([command]) => command !== 'PING')).toEqual([]);
    await server.start();
    await vi.waitFor(recovered, SOON);
    await takeFromBucket('after', rate);
    expect(await redis().hget('rate:after', 'tokens')).toBe(99);
  });

  test('who only looks at its state learns that it is back', async () => {
    await server.kill();
    await take('quiet hour', 10);
    expect(await redisState()).toMatchObject({ healthy: false });
    await server.start();
    await vi.waitFor(async () => expect(await redisState()).toMatchObject({ healthy: true }), SOON);
  });

  test('waits for a Redis that hangs until the deadline, three times, and goes back to it', async () => {
    process.env.REDIS_DEADLINE_MILLISECONDS = '300';
    resetEnv();
    closeRedis();
    await vi.waitFor(recovered, SOON);
    server.signal('SIGSTOP');
    const asked = vi.spyOn(Connection.prototype, 'call');
    const took = stopwatch();
    for (let i = 0; i < 10; i++) expect(await takeFromBucket('hangs', rate)).toEqual({ ok: true });
    expect(took()).toBeGreaterThan(295);
    expect(asked.mock.calls.filter(([command]) => command !== 'PING')).toHaveLength(3);
    server.signal('SIGCONT');
    await vi.waitFor(recovered, SOON);
    expect(await redisState()).toMatchObject({ healthy: true, lastFailure: { reason: expect.any(String) } });
  });
});

async function recovered(): Promise<void> {
  await takeFromBucket('probe', rate);
  await redis().ping();
  expect(redisLink().health().healthy).toBe(true);
}
