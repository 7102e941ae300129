import { expect, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import { EventInput, type Receipt as ServerReceipt } from '@/lib/events/schema';
import { createBoxoffice } from './create-boxoffice';
import type { Receipt, SdkEvent } from './event';
import { World } from './testing/world';

test('every verb makes an event that the API takes', async () => {
  const world = new World();
  const { boxoffice } = world.open({ viewer: { id: 'member-1', token: 'signed' } });
  const ids = [
    boxoffice.click(42),
    boxoffice.like('article-7'),
    boxoffice.unlike('article-7'),
    boxoffice.view(42),
    boxoffice.adView(42, { positionSeconds: 300 }),
    boxoffice.adView(42, { positionSeconds: 600, adVideoId: 9 }),
  ];
  await world.clock.pass(5000);
  const [batch = []] = world.server.batches;
  expect(batch.map((event) => EventInput.parse(event))).toEqual(batch);
  const shared = { anonymousId: expect.any(String), viewerId: 'member-1', viewerToken: 'signed' };
  const at = '2026-11-21T03:00:00.000Z';
  expect(batch).toEqual([
    { id: ids[0], type: 'click', contentId: 42, at, ...shared },
    { id: ids[1], type: 'like', externalId: 'article-7', at, ...shared },
    { id: ids[2], type: 'unlike', externalId: 'article-7', at, ...shared },
    { id: ids[3], type: 'view', contentId: 42, at, ...shared },
    { id: ids[4], type: 'ad-view', contentId: 42, at, adPositionSeconds: 300, ...shared },
    { id: ids[5], type: 'ad-view', contentId: 42, at, adPositionSeconds: 600, adVideoId: 9, ...shared },
  ]);
});

test('what the SDK sends and reads has the shapes of the API', () => {
  expectTypeOf<SdkEvent>().toExtend<z.input<typeof EventInput>>();
  expectTypeOf<ServerReceipt>().toExtend<Receipt>();
  expectTypeOf<Receipt>().toExtend<ServerReceipt>();
});

test('an event belongs to who acted then, not to who is signed in when it is sent', async () => {
  const world = new World();
  const { boxoffice } = world.open();
  boxoffice.click(1);
  boxoffice.identify({ id: 'member-1', token: 'signed' });
  boxoffice.click(2);
  boxoffice.identify(null);
  boxoffice.click(3);
  await world.clock.pass(5000);
  expect(world.server.batches.flat().map(({ viewerId, viewerToken }) => [viewerId, viewerToken])).toEqual([
    [undefined, undefined],
    ['member-1', 'signed'],
    [undefined, undefined],
  ]);
});

test('a browser keeps its anonymous id over pages and servers apart', async () => {
  const world = new World();
  for (const endpoint of ['https://a.test/events', 'https://a.test/events', 'https://b.test/events'])
    world.open({ endpoint }).boxoffice.click(1);
  await world.clock.pass(5000);
  const [first, second, other] = world.server.batches.flat().map((event) => event.anonymousId);
  expect(first).toBe(second);
  expect(other).not.toBe(first);
});

test('refuses a secret key, which a page would show to everybody', () => {
  expect(() => createBoxoffice({ key: 'bo_sk_secret' })).toThrow(TypeError);
});

test('what cannot be written as JSON is refused at once and spoils nothing', async () => {
  const world = new World();
  const { boxoffice } = world.open();
  const broken: unknown = { toJSON: () => 1n };
  expect(() => boxoffice.click(broken as string)).toThrow(TypeError);
  boxoffice.click(1);
  await world.clock.pass(5000);
  expect(world.server.batches.flat()).toHaveLength(1);
});

test('after stop nothing is sent, and nothing that comes is lost', async () => {
  const world = new World();
  const { boxoffice } = world.open();
  boxoffice.click(1);
  boxoffice.stop();
  boxoffice.click(2);
  await boxoffice.flush();
  await world.clock.pass(600_000);
  expect(world.server.requests).toEqual([]);
  world.open();
  await world.clock.pass(5000);
  expect(world.server.batches.flat().map((event) => event.contentId)).toEqual([1, 2]);
});

test('a callback that throws does not stop the sending', async () => {
  const world = new World();
  const errors: unknown[] = [];
  const heard = (error: unknown) => errors.push(error);
  const others = process.listeners('uncaughtException');
  process.removeAllListeners('uncaughtException').on('uncaughtException', heard);
  const { boxoffice } = world.open({
    maxBatch: 1,
    onAnswer: () => {
      throw new Error('a bug of the page');
    },
  });
  for (const content of [1, 2, 3]) boxoffice.click(content);
  await world.clock.pass(5000);
  process.removeListener('uncaughtException', heard);
  for (const other of others) process.on('uncaughtException', other);
  expect(world.server.accepted.size).toBe(3);
  expect(errors).toHaveLength(3);
});
