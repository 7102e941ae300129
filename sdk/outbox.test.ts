import { expect, test } from 'vitest';
import { FakeStorage } from './testing/storage';
import { World } from './testing/world';

const forbidden = () => {
  throw new DOMException('denied', 'SecurityError');
};

/** A storage that a browser shows and does not let use. */
class ForbiddenStorage extends FakeStorage {
  override get length(): number {
    return forbidden();
  }
  override key = forbidden;
  override getItem = forbidden;
  override setItem = forbidden;
  override removeItem = forbidden;
}

test.each([
  ['missing', null],
  ['forbidden', new ForbiddenStorage()],
])('where the storage is %s, events are sent from memory', async (_, storage) => {
  const world = new World();
  world.server.weather = 'broken';
  const page = world.open({}, { storage });
  page.boxoffice.click(1);
  await world.clock.pass(20_000);
  page.sleep();
  page.wake();
  page.boxoffice.click(2);
  world.server.weather = 'fine';
  await world.clock.pass(60_000);
  expect([...world.server.accepted.values()].map((event) => event.contentId)).toEqual([1, 2]);
});

test('what a full storage does not take is sent all the same', async () => {
  const world = new World();
  const page = world.open();
  world.storage.capacity = world.storage.length + 2;
  for (const content of [1, 2, 3, 4]) page.boxoffice.click(content);
  expect(world.storage.countEvents()).toBe(2);
  await world.clock.pass(5000);
  expect(world.server.accepted.size).toBe(4);
  expect(world.storage.countEvents()).toBe(0);
});

test('garbage in the storage is thrown away and stops nothing', async () => {
  const world = new World();
  const at = 'boxoffice https://boxoffice.test/api/v1/events event gone ';
  for (const [id, text] of Object.entries({ a: '{', b: 'null', c: '{"id":"other"}', d: '42' }))
    world.storage.setItem(at + id, text);
  world.open().boxoffice.click(1);
  await world.clock.pass(5000);
  expect(world.server.batches.map((batch) => batch.map((event) => event.contentId))).toEqual([[1]]);
  expect(world.storage.countEvents()).toBe(0);
});

test('a storage that the page empties loses nothing that is still in memory', async () => {
  const world = new World();
  world.open().boxoffice.click(1);
  world.storage.clear();
  await world.clock.pass(5000);
  expect(world.server.accepted.size).toBe(1);
});

test('items of others in the storage are left alone, however many', () => {
  const world = new World();
  for (let n = 0; n < 10_000; n++) world.storage.setItem(`event ${n}`, 'of the page itself');
  world.open().boxoffice.stop();
  expect(world.storage.length).toBe(10_001);
});
