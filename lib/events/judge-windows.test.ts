import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { stopwatch } from '@/lib/platform/clock';
import { resetEnv } from '@/lib/platform/env';
import { closeRedis, redis, redisLink } from '@/lib/platform/redis/client';
import { type RealRedis, startRealRedis } from '@/lib/platform/redis/testing/real-redis';
import { hasRedisServer } from '@/lib/platform/redis/testing/redis-server';
import { judgeWindows, judgeWindowsHere } from './judge-windows';
import { judgeWindowsInRedis } from './judge-windows-in-redis';
import type { WindowCheck } from './step-window';

const T = 1_790_000_000_000;
let serial = 0;
const view = (key: string, seconds: number, eventId = `event ${serial++}`): WindowCheck => ({
  key,
  atMs: T + seconds * 1000,
  eventId,
  day: '2026-09-21',
  windowMs: 30_000,
  cap: 100,
});

test('judges a batch in the order given, a key at a time', () => {
  const batch = [view('a', 0), view('a', 29), view('b', 29), view('a', 30), view('b', 30), view('a', 60)];
  expect(judgeWindowsHere(batch)).toEqual(['counted', 'repeat', 'counted', 'counted', 'repeat', 'counted']);
  expect(judgeWindowsHere([view('a', 89), view('b', 59)])).toEqual(['repeat', 'counted']);
});

const check: fc.Arbitrary<WindowCheck> = fc.record({
  key: fc.constantFrom('a', 'b', '영화 300 m:x|y'),
  atMs: fc.integer({ min: 0, max: 12 }).map((step) => T + step * 500),
  eventId: fc.constantFrom('id-1', 'id-2', 'id-3'),
  day: fc.constantFrom('2026-09-21', '2026-09-21', '2026-09-22'),
  windowMs: fc.constantFrom(0, 500, 1000, 1001, 2000),
  cap: fc.integer({ min: 1, max: 3 }),
});

describe.skipIf(!hasRedisServer())('with a real Redis', () => {
  let real: RealRedis;
  beforeAll(async () => {
    real = await startRealRedis();
    process.env.REDIS_URL = real.server.url;
  });
  beforeEach(() => {
    vi.spyOn(console, 'warn').mockReturnValue();
  });
  afterAll(async () => {
    closeRedis();
    await real.stop();
  });

  test.each([
    ['tcp', 300],
    ['upstash', 40],
  ] as const)('random batches are judged over %s as in this process', async (transport, numRuns) => {
    const seen = new Set<string>();
    const both = async (batches: WindowCheck[][]) => {
      const run = `${transport} ${serial++}`;
      for (const batch of batches) {
        const checks = batch.map((one) => ({ ...one, key: `${run} ${one.key}` }));
        const here = judgeWindowsHere(checks);
        expect(await judgeWindowsInRedis(real[transport].client, checks)).toEqual(here);
        for (const verdict of here) seen.add(verdict);
      }
    };
    const batches = fc.array(fc.array(check, { minLength: 1, maxLength: 25 }), { minLength: 1, maxLength: 6 });
    await fc.assert(fc.asyncProperty(batches, both), { numRuns });
    expect(seen).toEqual(new Set(['counted', 'repeat', 'cap']));
  });

  test('of twenty batches at once with one viewer in all of them, one counts', async () => {
    const verdicts = await Promise.all(
      Array.from({ length: 20 }, () => judgeWindowsInRedis(real.tcp.client, [view('race', 0)])),
    );
    expect(verdicts.flat().filter((verdict) => verdict === 'counted')).toHaveLength(1);
  });

  test('a batch of 500 is one round trip, and its windows live for a day', async () => {
    const batch = Array.from({ length: 500 }, (_, i) => view(`large ${i}`, 0));
    await judgeWindowsInRedis(real.tcp.client, batch);
    await calls();
    const again = batch.map((one) => ({ ...one, atMs: one.atMs + 1 }));
    expect(new Set(await judgeWindowsInRedis(real.tcp.client, again))).toEqual(new Set(['repeat']));
    expect(await calls()).toBe(1);
    expect(await real.tcp.client.get('window large 499')).toBe(`${T}|${batch[499]?.eventId}|2026-09-21|1`);
    expect(await real.tcp.client.ttl('window large 499')).toBe(86_400);
    expect(await judgeWindows([])).toEqual([]);
  });

  /** Scripts called since the last question. */
  async function calls(): Promise<number> {
    const stats = String(await real.tcp.client.exec(['info', 'commandstats']));
    await real.tcp.client.exec(['config', 'resetstat']);
    return Number(stats.match(/cmdstat_evalsha:calls=(\d+)/)?.[1] ?? 0);
  }

  test('an emptied Redis has forgotten its windows and its scripts, and nothing throws', async () => {
    await judgeWindows([view('emptied', 0)]);
    await redis().flushdb();
    await redis().scriptFlush();
    expect(await judgeWindows([view('emptied', 1), view('emptied', 2)])).toEqual(['counted', 'repeat']);
  });

  test('while Redis is dead each process has windows of its own, and then Redis has them again', async () => {
    await real.server.kill();
    for (let i = 0; i < 4; i++) await judgeWindows([view('dead', i * 30)]);
    expect(await judgeWindows([view('dead', 100), view('dead', 120), view('dead', 150)])).toEqual([
      'repeat',
      'counted',
      'counted',
    ]);
    expect(redisLink().health().healthy).toBe(false);
    await real.server.start();
    await vi.waitFor(
      async () => {
        await judgeWindows([view('probe', 0)]);
        expect(redisLink().health().healthy).toBe(true);
      },
      { timeout: 60_000, interval: 50 },
    );
    expect(await judgeWindows([view('back', 0)])).toEqual(['counted']);
    expect(await redis().exists('window back')).toBe(1);
  });

  test('a Redis that hangs delays three batches and no more', async () => {
    process.env.REDIS_DEADLINE_MILLISECONDS = '2000';
    resetEnv();
    closeRedis();
    await judgeWindows([view('connected', 0)]);
    real.server.signal('SIGSTOP');
    const verdicts = await Promise.all([0, 30, 59].map((seconds) => judgeWindows([view('hangs', seconds)])));
    expect(verdicts.flat()).toEqual(['counted', 'counted', 'repeat']);
    const took = stopwatch();
    expect(await judgeWindows([view('hangs', 60)])).toEqual(['counted']);
    expect(took()).toBeLessThan(2000);
    real.server.signal('SIGCONT');
  });
});
