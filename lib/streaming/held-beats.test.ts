import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RealRedis, startRealRedis } from '@/lib/platform/redis/testing/real-redis';
import { hasRedisServer } from '@/lib/platform/redis/testing/redis-server';
import { type Beat, type HeldBeats, playerKeyOf } from './held-beats';
import { heldHere } from './held-here';
import { heldInRedis } from './held-in-redis';

const T = 1_790_000_000_000;
let serial = 0;

const beat: fc.Arbitrary<Beat> = fc.record({
  contentId: fc.constantFrom(1, 2),
  viewer: fc.constantFrom('m:ann', 'a:영화 | 300', 'i:[1]'),
  playerId: fc.constantFrom('7', 'a b'),
  atMs: fc.integer({ min: 0, max: 9 }).map((step) => T + step * 1000),
  watchedMs: fc.integer({ min: 0, max: 5000 }),
  positionSeconds: fc.integer({ min: 0, max: 600 }),
});

const byKey = (a: Beat, b: Beat) => (playerKeyOf(a) < playerKeyOf(b) ? -1 : 1);

/** What waits of one run; a player may come twice. */
async function waiting(held: HeldBeats, run: string): Promise<Beat[]> {
  const found = new Map<string, Beat>();
  for await (const page of held.pages())
    for (const one of page) if (one.viewer.endsWith(run)) found.set(playerKeyOf(one), one);
  return [...found.values()].sort(byKey);
}

test('keeps the newest and the earliest of each player, whatever the order, and the newest place of each viewer', async () => {
  const held = heldHere();
  const of = (seconds: number, playerId: string): Beat => ({
    contentId: 1,
    viewer: 'm:order here',
    playerId,
    atMs: T + seconds * 1000,
    watchedMs: seconds,
    positionSeconds: seconds,
  });
  const kept = await held.hold([of(20, 'tv'), of(10, 'tv'), of(15, 'phone')]);
  expect(kept.map((one) => one.positionSeconds)).toEqual([20, 20, 15]);
  expect(kept.map((one) => one.began?.watchedMs)).toEqual([10, 10, 15]);
  expect(await held.findPlace(1, 'm:order here')).toMatchObject({ positionSeconds: 20 });
  await held.release([of(10, 'tv'), of(15, 'phone')]);
  expect(await waiting(held, 'order here')).toMatchObject([of(20, 'tv')]);
  await held.release([of(20, 'tv')]);
  expect(await waiting(held, 'order here')).toEqual([]);
  expect(await held.findPlace(1, 'm:order here')).toMatchObject({ positionSeconds: 20 });
});

describe.skipIf(!hasRedisServer())('with a real Redis', () => {
  let real: RealRedis;
  beforeAll(async () => {
    real = await startRealRedis();
  });
  afterAll(() => real.stop());

  test.each([
    ['tcp', 150],
    ['upstash', 25],
  ] as const)(
    'random heartbeats are kept, listed and released over %s as in this process',
    async (transport, numRuns) => {
      const here = heldHere();
      const there = heldInRedis(real[transport].client);
      const step = fc.record({ batch: fc.array(beat, { minLength: 1, maxLength: 12 }), release: fc.boolean() });
      const both = async (steps: { batch: Beat[]; release: boolean }[]) => {
        const run = ` ${transport} ${serial++}`;
        for (const { batch, release } of steps) {
          const beats = batch.map((one) => ({ ...one, viewer: one.viewer + run }));
          const [first = beats[0]] = beats;
          expect(await there.hold(beats)).toEqual(await here.hold(beats));
          expect(await waiting(there, run)).toEqual(await waiting(here, run));
          if (first) {
            const place = await here.findPlace(first.contentId, first.viewer);
            expect(place).toMatchObject((await there.findPlace(first.contentId, first.viewer)) ?? {});
          }
          if (release) for (const held of [here, there]) await held.release(beats);
        }
        for (const held of [here, there]) await held.release(await waiting(held, run));
        expect(await waiting(there, run)).toEqual([]);
      };
      await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), both), { numRuns });
    },
  );

  test('500 players are one round trip, and a thousand are listed in pages', async () => {
    const held = heldInRedis(real.tcp.client);
    const players = Array.from({ length: 1000 }, (_, i) => ({
      ...{ contentId: 1, viewer: `m:${i} crowd`, playerId: 'tv', atMs: T, watchedMs: 0, positionSeconds: i },
    }));
    await held.hold(players.slice(0, 500));
    await real.tcp.client.exec(['config', 'resetstat']);
    await held.hold(players.slice(500));
    expect(String(await real.tcp.client.exec(['info', 'commandstats']))).toMatch(/cmdstat_evalsha:calls=1,/);
    expect(await waiting(held, 'crowd')).toMatchObject([...players].sort(byKey));
  });
});
