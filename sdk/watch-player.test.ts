import { expect, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import { Heartbeat as ServerHeartbeat } from '@/lib/streaming/schema';
import type { Heartbeat } from './post-heartbeat';
import { FakePlayer } from './testing/player';
import { World } from './testing/world';

const START = Date.parse('2026-11-21T03:00:00Z');

function watching(duration?: number) {
  const world = new World();
  const player = new FakePlayer(world.clock, duration);
  const page = world.open();
  const stop = page.boxoffice.watch(player, 42);
  /** When each heartbeat was sent, the time watched, the position, and whether the player stopped; in seconds. */
  const told = () =>
    world.server.heartbeats.map((beat) => [
      (Date.parse(beat.at) - START) / 1000,
      beat.watchedSeconds,
      beat.positionSeconds,
      ...(beat.stopped ? ['stopped'] : []),
    ]);
  return { world, player, page, stop, told };
}

test('a heartbeat when it begins, every ten seconds, and at once when it stops', async () => {
  const { world, player, told } = watching();
  await world.clock.pass(5000);
  player.play();
  await world.clock.pass(23_000);
  player.pause();
  await world.clock.pass(60_000);
  expect(told()).toEqual([
    [5, 0, 0],
    [15, 10, 10],
    [25, 20, 20],
    [28, 23, 23, 'stopped'],
  ]);
});

test('a heartbeat has the shape of the API, and its own player for each watching', async () => {
  const { world, player, page } = watching();
  page.boxoffice.identify({ id: 'member-1', token: 'signed' });
  const other = new FakePlayer(world.clock);
  page.boxoffice.watch(other, 'film-7');
  player.play();
  other.play();
  await world.clock.pass(1000);
  const [first, second] = world.server.heartbeats;
  expect(ServerHeartbeat.parse(first)).toEqual(first);
  expect(first).toMatchObject({ contentId: 42, viewerId: 'member-1', viewerToken: 'signed' });
  expect(ServerHeartbeat.parse(second)).toMatchObject({ externalId: 'film-7' });
  expect(second?.playerId).not.toBe(first?.playerId);
  expectTypeOf<Heartbeat>().toExtend<z.input<typeof ServerHeartbeat>>();
  const { url, init } = world.server.requests[0] ?? {};
  expect(url).toBe('https://boxoffice.test/api/v1/watch');
  expect(init).toMatchObject({ keepalive: true, headers: { authorization: 'Bearer bo_pk_test' } });
});

test('seeking, waiting for data and a device asleep are no watching', async () => {
  const { world, player, told } = watching();
  player.play();
  await world.clock.pass(4000);
  player.seek(600);
  player.stall(3000);
  await world.clock.pass(4000);
  world.clock.set(world.clock.now() + 3_600_000);
  await world.clock.pass(2000);
  player.pause();
  await world.clock.pass(1000);
  const [, watched] = told().at(-1) ?? [];
  expect(watched).toBeGreaterThan(6);
  expect(watched).toBeLessThanOrEqual(7.5);
});

test('a video seen to its end is told as finished, once', async () => {
  const { world, player, told } = watching(11.9);
  player.play();
  await world.clock.pass(20_000);
  const [, , position, stopped] = told().at(-1) ?? [];
  expect([position, stopped]).toEqual([12, 'stopped']);
  expect(told().filter((one) => one.includes('stopped'))).toHaveLength(1);
});

test('a page that is hidden tells where it is, and one that is left that it stopped', async () => {
  const { world, player, page, told } = watching();
  player.play();
  await world.clock.pass(3000);
  page.tell('visibilitychange');
  await world.clock.pass(2000);
  page.tell('pagehide');
  player.pause();
  await world.clock.pass(100);
  expect(told()).toEqual([
    [0, 0, 0],
    [3, 3, 3],
    [5, 5, 5, 'stopped'],
  ]);
});

test.each(['watch', 'page'] as const)('after the %s is stopped nothing is told and nobody listens', async (which) => {
  const { world, player, page, stop, told } = watching();
  player.play();
  await world.clock.pass(3000);
  if (which === 'watch') stop();
  else page.boxoffice.stop();
  expect(player.countListeners()).toBe(0);
  await world.clock.pass(60_000);
  expect(told()).toEqual([
    [0, 0, 0],
    [3, 3, 3, 'stopped'],
  ]);
});

test('lost heartbeats are made good by the next, and no failure is thrown', async () => {
  const { world, player, told } = watching();
  player.play();
  await world.clock.pass(5000);
  world.server.weather = 'offline';
  await world.clock.pass(30_000);
  world.server.weather = 'fine';
  await world.clock.pass(8000);
  expect(told()).toEqual([
    [0, 0, 0],
    [40, 40, 40],
  ]);
});
