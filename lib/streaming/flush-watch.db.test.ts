import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { db } from '@/lib/platform/database';
import { resetEnv } from '@/lib/platform/env';
import { closeRedis, redis } from '@/lib/platform/redis/client';
import { hasRedisServer, type RedisServer, startRedisServer } from '@/lib/platform/redis/testing/redis-server';
import { flushWatch } from './flush-watch';
import { foldWatchTimes } from './fold-watch-times';
import { type Beat, heldBeats } from './held-beats';
import { writeBeats } from './write-beats';

// Noon in Seoul on a Sunday, so that weeks and months are not days.
const NOON = Date.parse('2026-11-22T12:00:00+09:00');

const beat = (seconds: number, watchedSeconds = seconds, over: Partial<Beat> = {}): Beat => ({
  contentId: 1,
  viewer: 'm:ann',
  playerId: 'tv',
  atMs: NOON + seconds * 1000,
  watchedMs: watchedSeconds * 1000,
  positionSeconds: Math.max(0, Math.floor(seconds)),
  ...over,
});
const hold = (...beats: Beat[]) => heldBeats().hold(beats);
const ask = async <T extends object>(text: string) => (await db().$client.query<T>(text)).rows;
/** As a viewer resumes: where the newest of their players is. */
const PLACES = 'select position_seconds as s from watch_players order by at desc limit 1';
const times = () =>
  ask<{ key: string; ms: number }>(
    `select grain || ' ' || start_on || ' ' || content_id as key, milliseconds::int as ms from watch_times order by 1`,
  ).then((rows) => Object.fromEntries(rows.map((row) => [row.key, row.ms])));
const today = async () => (await times())['d 2026-11-22 1'] ?? 0;

beforeEach(() => db().$client.query('truncate watch_players, watch_positions, watch_times, watch_day_totals'));
afterEach(() => flushWatch());

test('the first heartbeat adds nothing, and the next one what was watched, to day, week and month', async () => {
  await hold(beat(0, 100));
  expect(await flushWatch()).toBe(1);
  expect(await times()).toEqual({});
  await hold(beat(10, 107));
  await flushWatch();
  expect(await times()).toEqual({ 'd 2026-11-22 1': 7000 });
  expect(await foldWatchTimes(db())).toBe(1);
  expect(await foldWatchTimes(db())).toBe(0);
  expect(await times()).toEqual({ 'd 2026-11-22 1': 7000, 'w 2026-11-16 1': 7000, 'm 2026-11-01 1': 7000 });
  expect(await flushWatch()).toBe(0);
});

test('the heartbeats of a minute are one write, and the viewer is where the newest says', async () => {
  await hold(beat(0), beat(10));
  await flushWatch();
  await hold(beat(20), beat(50), beat(30, 30, { playerId: 'phone', positionSeconds: 999 }), beat(40));
  expect(await flushWatch()).toBe(2);
  expect(await today()).toBe(50_000);
  expect(await ask(PLACES)).toEqual([{ s: 50 }]);
});

test('the first minute of a player counts from its first heartbeat, whatever the order, also when it is its only one', async () => {
  await hold(beat(20), beat(50), beat(0));
  await hold(beat(30, 30, { playerId: 'phone' }));
  await hold(beat(40, 38, { playerId: 'phone' }));
  expect(await flushWatch()).toBe(2);
  expect(await today()).toBe(58_000);
  await hold(beat(60), beat(10));
  await flushWatch();
  expect(await today()).toBe(68_000);
});

test('time watched across midnight is split, and so are week and month', async () => {
  const midnight = (Date.parse('2026-12-01T00:00:00+09:00') - NOON) / 1000;
  await writeBeats([beat(midnight - 20, 0)]);
  await writeBeats([beat(midnight + 10, 30)]);
  await foldWatchTimes(db());
  expect(await times()).toEqual({
    'd 2026-11-30 1': 20_000,
    'd 2026-12-01 1': 10_000,
    'm 2026-11-01 1': 20_000,
    'm 2026-12-01 1': 10_000,
    'w 2026-11-30 1': 30_000,
  });
});

test('written and not yet released, as after a crash between the two: written again, nothing twice', async () => {
  await writeBeats([beat(0)]);
  const [kept] = await hold(beat(30));
  await writeBeats(kept ? [kept] : []);
  expect(await flushWatch()).toBe(1);
  expect(await today()).toBe(30_000);
});

test('a write that breaks off leaves nothing, and the next one is whole', async () => {
  await writeBeats([beat(0)]);
  await db().$client.query(`alter table watch_times add constraint broken check (milliseconds < 0) not valid`);
  await hold(beat(30));
  await expect(flushWatch()).rejects.toThrow(/broken/);
  expect(await ask(`select at from watch_players where at > to_timestamp(${NOON / 1000})`)).toEqual([]);
  expect(await ask(PLACES)).toEqual([{ s: 0 }]);
  await db().$client.query('alter table watch_times drop constraint broken');
  expect(await flushWatch()).toBe(1);
  expect(await today()).toBe(30_000);
});

test('eight writers at once with the same players count each second once', async () => {
  const players = Array.from({ length: 40 }, (_, i) => ({ viewer: `m:${i}`, contentId: 1 + (i % 2) }));
  const of = (seconds: number) => players.map((player) => beat(seconds, seconds, player));
  const shuffled = (n: number) => [...of(10 * n)].sort(() => Math.sin(n++) - 0.5);
  await Promise.all([0, 0, 0, 0, 1, 1, 1, 1].map((n) => writeBeats(shuffled(n))));
  await Promise.all([2, 3, 2, 3, 2, 3, 2, 3].map((n) => writeBeats(shuffled(n))));
  await writeBeats(of(30));
  const sum = Object.entries(await times()).filter(([key]) => key.startsWith('d '));
  // Who came first decides whether a player began at 0 s or 10 s.
  const { rows } = await db().$client.query('select count(*)::int as n, min(at) as at from watch_players');
  expect(rows).toEqual([{ n: 40, at: new Date(NOON + 30_000) }]);
  const total = sum.reduce((all, [, ms]) => all + ms, 0);
  expect(total).toBeGreaterThanOrEqual(40 * 20_000);
  expect(total).toBeLessThanOrEqual(40 * 30_000);
  await Promise.all([4, 4, 4, 4, 4, 4, 4, 4].map((n) => writeBeats(shuffled(n))));
  const after = Object.entries(await times()).filter(([key]) => key.startsWith('d '));
  expect(after.reduce((all, [, ms]) => all + ms, 0) - total).toBe(40 * 10_000);
});

test('folds at once with writers give each second to its week and month once', async () => {
  const crowd = (seconds: number) =>
    Array.from({ length: 60 }, (_, i) => beat(seconds, seconds, { viewer: `m:${i}`, contentId: 1 + (i % 4) }));
  await writeBeats(crowd(0));
  let folded = 0;
  for (let seconds = 10; seconds <= 80; seconds += 10) {
    const folds = [1, 2, 3].map(() => foldWatchTimes(db()).then((n) => (folded += n)));
    await Promise.all([writeBeats(crowd(seconds)), ...folds]);
  }
  expect(folded).toBeGreaterThan(4); // the race took place
  await foldWatchTimes(db());
  const sums = await ask(
    `select grain, sum(milliseconds)::int as ms, sum(unfolded_milliseconds)::int as left from watch_times group by 1 order by 1`,
  );
  expect(sums).toEqual(['d', 'm', 'w'].map((grain) => ({ grain, ms: 60 * 80_000, left: 0 })));
  expect(await ask('select milliseconds::int as ms from watch_day_totals')).toEqual([{ ms: 60 * 80_000 }]);
});

test('repeated, reordered and made-up heartbeats never watch longer than time went by', async () => {
  const told = fc.record({
    seconds: fc.integer({ min: 0, max: 300 }),
    watched: fc.integer({ min: 0, max: 900 }),
    playerId: fc.constantFrom('tv', 'phone'),
  });
  const step = fc.record({ beats: fc.array(told, { minLength: 1, maxLength: 6 }), flush: fc.boolean() });
  const property = async (
    steps: { beats: { seconds: number; watched: number; playerId: string }[]; flush: boolean }[],
  ) => {
    await db().$client.query('truncate watch_players, watch_positions, watch_times, watch_day_totals');
    const all = steps.flatMap((one) => one.beats);
    for (const { beats, flush } of steps) {
      await hold(...beats.map(({ seconds, watched, playerId }) => beat(seconds, watched, { playerId })));
      if (flush) await flushWatch();
    }
    await flushWatch();
    let most = 0;
    for (const playerId of ['tv', 'phone']) {
      const at = all.filter((one) => one.playerId === playerId).map((one) => one.seconds);
      if (at.length > 0) most += Math.max(...at) - Math.min(...at);
    }
    expect(await today()).toBeLessThanOrEqual(most * 1000);
    await foldWatchTimes(db());
    expect(new Set(Object.values(await times())).size).toBeLessThanOrEqual(1);
    const [place] = await ask<{ s: number }>(PLACES);
    expect(place?.s).toBe(Math.max(...all.map((one) => one.seconds)));
  };
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), property), { numRuns: 40 });
});

test('an honest player is credited with all it played, whichever of its heartbeats are lost or repeated', async () => {
  const played = Array.from({ length: 30 }, (_, i) => beat(10 * i, 8 * i));
  const some = (chance: number) => played.filter((_, i) => i > 0 && i < 29 && (i * 7) % 10 < chance);
  await writeBeats([beat(0)]);
  for (const chance of [3, 6]) {
    await hold(...some(chance).reverse(), ...some(chance));
    await flushWatch();
  }
  await hold(beat(290, 8 * 29));
  await flushWatch();
  expect(await today()).toBe(8 * 29 * 1000);
});

describe.skipIf(!hasRedisServer())('with a real Redis', () => {
  let server: RedisServer;
  beforeEach(async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    server = await startRedisServer();
    process.env.REDIS_URL = server.url;
    resetEnv();
    closeRedis();
  });
  afterEach(async () => {
    closeRedis();
    delete process.env.REDIS_URL;
    resetEnv();
    await server.kill();
  });

  test('a Redis that loses everything loses what was not written, and the next heartbeat repairs it', async () => {
    await hold(beat(0));
    await flushWatch();
    await hold(beat(30));
    await redis().flushdb();
    expect(await flushWatch()).toBe(0);
    expect(await today()).toBe(0);
    await hold(beat(40));
    await flushWatch();
    expect(await today()).toBe(40_000);
  });

  test('while Redis is away this process holds the heartbeats, and writes them', async () => {
    const of = (seconds: number) => beat(seconds, seconds, { viewer: 'm:bea' });
    await hold(of(0));
    await flushWatch();
    await hold(of(20));
    await server.kill();
    await hold(of(30));
    expect(await flushWatch()).toBe(1);
    expect(await today()).toBe(30_000);
    expect(await heldBeats().findPlace(1, 'm:bea')).toMatchObject({ positionSeconds: 30 });
  });

  test('two flushes at once count nothing twice and leave nothing', async () => {
    const crowd = (seconds: number) =>
      Array.from({ length: 300 }, (_, i) => beat(seconds, seconds, { viewer: `m:${i}`, contentId: 1 + (i % 3) }));
    await hold(...crowd(0));
    await Promise.all([flushWatch(), flushWatch()]);
    await hold(...crowd(60));
    const flushed = await Promise.all([flushWatch(), flushWatch(), flushWatch()]);
    expect(flushed.filter((n) => n > 0).length).toBeGreaterThan(1); // the race took place
    expect(await ask(`select sum(milliseconds)::int as ms from watch_times where grain = 'd'`)).toEqual([
      { ms: 300 * 60_000 },
    ]);
    expect(await flushWatch()).toBe(0);
  });
});
