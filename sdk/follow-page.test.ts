import { expect, test } from 'vitest';
import { World } from './testing/world';

const contentsOf = (world: World) => world.server.batches.map((batch) => batch.map((event) => event.contentId));

test('a leaving page sends what it has by beacon, with the key in the address', async () => {
  const world = new World();
  const page = world.open();
  page.boxoffice.click(1);
  page.leave();
  await world.clock.pass(0);
  const [beacon] = world.server.beacons;
  expect(beacon?.url).toBe('https://boxoffice.test/api/v1/events?key=bo_pk_test');
  expect(beacon?.body.type).toBe('text/plain');
  expect(contentsOf(world)).toEqual([[1]]);
});

test('beacons stay below 64 KiB each, and a browser that takes no more is asked for no more', async () => {
  const world = new World();
  let taken = 0;
  const beacon = (_: string, body: Blob) => {
    expect(body.size).toBeLessThan(64 * 1024);
    return ++taken < 3;
  };
  const page = world.open({ maxBatch: 500 }, { beacon });
  world.server.weather = 'offline';
  for (let n = 0; n < 2000; n++) page.boxoffice.click('내 콘텐츠 번호'.repeat(5));
  page.leave();
  expect(taken).toBe(3);
  expect(world.storage.countEvents()).toBe(2000);
});

test('what a beacon carried is sent again by the next page at once, for nobody knows whether it arrived', async () => {
  const world = new World();
  const page = world.open();
  page.boxoffice.click(1);
  world.server.weather = 'offline';
  page.leave();
  world.server.weather = 'fine';
  world.open();
  await world.clock.pass(5000);
  expect(world.server.lostBeacons).toBe(1);
  expect(contentsOf(world)).toEqual([[1]]);
  expect(world.storage.countEvents()).toBe(0);
});

test('a page that is hidden sends by request, whose answer it can read', async () => {
  const world = new World();
  const page = world.open();
  page.boxoffice.click(1);
  page.tell('visibilitychange');
  await world.clock.pass(100);
  expect(world.server.beacons).toEqual([]);
  expect(world.answers).toHaveLength(1);
});

test('a page that comes back from the back/forward cache goes on, without what others sent meanwhile', async () => {
  const world = new World();
  const page = world.open();
  page.boxoffice.click(1);
  page.sleep();
  const next = world.open();
  await world.clock.pass(5000);
  next.boxoffice.click(2);
  next.leave();
  await world.clock.pass(0);
  world.server.batches.length = 0;
  page.wake();
  page.boxoffice.click(3);
  await world.clock.pass(5000);
  expect(contentsOf(world)).toEqual([[2, 3]]);
});

test('a page that crashed is followed by another one only when it has been silent for long', async () => {
  const world = new World();
  const crashed = world.open();
  const other = world.open();
  crashed.boxoffice.click(1);
  crashed.crash();
  await world.clock.pass(120_000);
  expect(contentsOf(world)).toEqual([]);
  await world.clock.pass(70_000);
  expect(contentsOf(world)).toEqual([[1]]);
  other.leave();
  expect(world.storage.length).toBe(1); // the anonymous id
});

test('events that were taken over go out in the order in which they happened', async () => {
  const world = new World();
  const first = world.open();
  first.boxoffice.click(1);
  await world.clock.pass(10);
  const second = world.open();
  second.boxoffice.click(2);
  await world.clock.pass(10);
  first.boxoffice.click(3);
  world.server.weather = 'offline';
  second.leave();
  first.leave();
  world.server.weather = 'fine';
  world.open();
  await world.clock.pass(5000);
  expect(contentsOf(world)).toEqual([[1, 2, 3]]);
});
