import { Ratelimit } from '@upstash/ratelimit';
import { Redis, type Requester } from '@upstash/redis';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import './rate-limit';
import { inProcessLink } from './redis/in-process';
import type { Link } from './redis/link';
import { runScript, sha1 } from './redis/script';
import { tcpLink } from './redis/tcp';
import { hasRedisServer, type RedisServer, startRedisServer } from './redis/testing/redis-server';
import { TOKEN_BUCKET_SHA } from './token-bucket';

test('is the twin of the very script that the installed @upstash/ratelimit sends', async () => {
  expect(sha1(await scriptOfLibrary())).toBe(TOKEN_BUCKET_SHA);
});

/** Plays a Redis that knows no script, to be told it. */
async function scriptOfLibrary(): Promise<string> {
  let lua = '';
  const request = async ({ body }: { body?: unknown }) => {
    const [name, script] = body as string[];
    if (name !== 'eval') return { error: 'NOSCRIPT' };
    lua = script ?? '';
    return { result: [1, 1, 1] };
  };
  const redis = new Redis({ request: request as Requester['request'] });
  await new Ratelimit({ redis, limiter: Ratelimit.tokenBucket(1, '1 s', 1) }).limit('someone');
  return lua;
}

const real = hasRedisServer();

describe.skipIf(!real)('against a real Redis', () => {
  let server: RedisServer;
  let redis: Link;
  beforeAll(async () => {
    server = await startRedisServer();
    // What is compared is the answer, not how busy this machine is.
    redis = tcpLink(server.url, 5000);
  });
  afterAll(async () => {
    redis.close();
    await server.kill();
  });

  // Intervals from 5 s, so that no bucket runs out in the real time that a sequence takes.
  type Bucket = { capacity: number; interval: number; refill: number; takes: [number, number][] };
  const bucket: fc.Arbitrary<Bucket> = fc.record({
    capacity: fc.integer({ min: 1, max: 12 }),
    interval: fc.constantFrom(5000, 7000, 60_000),
    refill: fc.integer({ min: 1, max: 15 }),
    takes: fc.array(fc.tuple(fc.constantFrom(0, 1, 2499, 5000, 7000, 20_001, -300), fc.constantFrom(1, 1, 2, 5, -1)), {
      minLength: 1,
      maxLength: 30,
    }),
  });

  test('random takes and refunds leave the same tokens, time of refill and life', async () => {
    const lua = await scriptOfLibrary();
    let refused = 0;
    const both = async ({ capacity, interval, refill, takes }: Bucket) => {
      const own = inProcessLink();
      await redis.client.flushdb();
      let nowMs = 1_790_000_000_000;
      for (const [passed, wanted] of takes) {
        nowMs += passed;
        const args = [capacity, interval, refill, nowMs, wanted].map(String);
        const script = { lua, sha: TOKEN_BUCKET_SHA };
        const [here, there] = await Promise.all(
          [own, redis].map(async ({ client }) => [
            await runScript<number[]>(client, script, ['bucket'], args),
            await client.hgetall('bucket'),
            await client.ttl('bucket'),
          ]),
        );
        expect(here).toEqual(there);
        if (String(here?.[0]).startsWith('-1,')) refused += 1;
      }
    };
    await fc.assert(fc.asyncProperty(bucket, both), { numRuns: 150 });
    expect(refused).toBeGreaterThan(50);
  });
});
