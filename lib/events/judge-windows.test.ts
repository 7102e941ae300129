import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { stopwatch } from '@/lib/platform/clock';
import { closeRedis, redis, redisLink } from '@/lib/platform/redis/client';
import type { Link } from '@/lib/platform/redis/link';
import { tcpLink } from '@/lib/platform/redis/tcp';
import { hasRedisServer, type RedisServer, startRedisServer } from '@/lib/platform/redis/testing/redis-server';
import { startUpstashFront } from '@/lib/platform/redis/testing/upstash-front';
import { upstashLink } from '@/lib/platform/redis/upstash';
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
  let server: RedisServer;
  let front: Awaited<ReturnType<typeof startUpstashFront>>;
  // What these two are asked for is the answer, not how busy this machine is.
  let tcp: Link;
  let upstash: Link;
  beforeAll(async () => {
    server = await startRedisServer();
    process.env.REDIS_URL = server.url;
    front = await startUpstashFront(server.url, 'a token');
    tcp = tcpLink(server.url, 5000);
    upstash = upstashLink(front.url, 'a token', 5000);
  });
  beforeEach(() => {
    vi.spyOn(console, 'warn').mockReturnValue();
  });
  afterAll(async () => {
    closeRedis();
    tcp.close();
    front.stop();
    await server.kill();
  });

  test.each([
    ['tcp', 300],
    ['upstash', 40],
  ])('random batches are judged over %s as in this process', async (transport, numRuns) => {
    const client = (transport === 'tcp' ? tcp : upstash).client;
    const seen = new Set<string>();
    const both = async (batches: WindowCheck[][]) => {
      const run = `${transport} ${serial++}`;
      for (const batch of batches) {
        const checks = batch.map((one) => ({ ...one, key: `${run} ${one.key}` }));
        const here = judgeWindowsHere(checks);
        expect(await judgeWindowsInRedis(client, checks)).toEqual(here);
        for (const verdict of here) seen.add(verdict);
      }
    };
    const batches = fc.array(fc.array(check, { minLength: 1, maxLength: 25 }), { minLength: 1, maxLength: 6 });
    await fc.assert(fc.asyncProperty(batches, both), { numRuns });
    expect(seen).toEqual(new Set(['counted', 'repeat', 'cap']));
  });

  test('of twenty batches at once with one viewer in all of them, one counts', async () => {
    const verdicts = await Promise.all(
      Array.from({ length: 20 }, () => judgeWindowsInRedis(tcp.client, [view('race', 0)])),
    );
    expect(verdicts.flat().filter((verdict) => verdict === 'counted')).toHaveLength(1);
  });

  test('a batch of 500 is one round trip, and its windows live for a day', async () => {
    const batch = Array.from({ length: 500 }, (_, i) => view(`large ${i}`, 0));
    await judgeWindowsInRedis(tcp.client, batch);
    await calls();
    const again = batch.map((one) => ({ ...one, atMs: one.atMs + 1 }));
    expect(new Set(await judgeWindowsInRedis(tcp.client, again))).toEqual(new Set(['repeat']));
    expect(await calls()).toBe(1);
    expect(await tcp.client.get('window large 499')).toBe(`${T}|${batch[499]?.eventId}|2026-09-21|1`);
    expect(await tcp.client.ttl('window large 499')).toBe(86_400);
    expect(await judgeWindows([])).toEqual([]);
  });

  /** Scripts called since the last question. */
  async function calls(): Promise<number> {
    const stats = String(await tcp.client.exec(['info', 'commandstats']));
    await tcp.client.exec(['config', 'resetstat']);
    return Number(stats.match(/cmdstat_evalsha:calls=(\d+)/)?.[1] ?? 0);
  }

  test('an emptied Redis has forgotten its windows and its scripts, and nothing throws', async () => {
    await judgeWindows([view('emptied', 0)]);
    await redis().flushdb();
    await redis().scriptFlush();
    expect(await judgeWindows([view('emptied', 1), view('emptied', 2)])).toEqual(['counted', 'repeat']);
  });

  test('while Redis is dead each process has windows of its own, and then Redis has them again', async () => {
    await server.kill();
    for (let i = 0; i < 4; i++) await judgeWindows([view('dead', i * 30)]);
    const took = stopwatch();
    expect(await judgeWindows([view('dead', 100), view('dead', 120), view('dead', 150)])).toEqual([
      'repeat',
      'counted',
      'counted',
    ]);
    expect(took()).toBeLessThan(50);
    await server.start();
    await vi.waitFor(
      async () => {
        await judgeWindows([view('probe', 0)]);
        expect(redisLink().health().healthy).toBe(true);
      },
      { timeout: 5000, interval: 50 },
    );
    expect(await judgeWindows([view('back', 0)])).toEqual(['counted']);
    expect(await redis().exists('window back')).toBe(1);
  });

  test('a Redis that hangs delays three batches and no more', async () => {
    server.signal('SIGSTOP');
    const verdicts = await Promise.all([0, 30, 59].map((seconds) => judgeWindows([view('hangs', seconds)])));
    expect(verdicts.flat()).toEqual(['counted', 'counted', 'repeat']);
    const took = stopwatch();
    expect(await judgeWindows([view('hangs', 60)])).toEqual(['counted']);
    expect(took()).toBeLessThan(100);
    server.signal('SIGCONT');
  });
});
