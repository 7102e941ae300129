import { expect, test } from 'vitest';
import { World } from './testing/world';

const sent = (world: World) => world.server.batches.map((batch) => batch.map((event) => event.contentId));
const requestTimes = (world: World, start: number) => world.server.requests.map(({ at }) => at - start);

test('events are gathered for a while and sent in one request', async () => {
  const world = new World();
  const { boxoffice } = world.open();
  boxoffice.click(1);
  await world.clock.pass(2000);
  boxoffice.click(2);
  await world.clock.pass(999);
  expect(sent(world)).toEqual([]);
  await world.clock.pass(100);
  expect(sent(world)).toEqual([[1, 2]]);
  expect(world.storage.countEvents()).toBe(0);
  expect(world.answers).toMatchObject([{ receipt: { received: 2, counted: 2 }, events: [{}, {}] }]);
});

test('a full batch is sent at once, and none is larger', async () => {
  const world = new World();
  const { boxoffice } = world.open({ maxBatch: 3 });
  for (let content = 1; content <= 7; content++) boxoffice.click(content);
  await world.clock.pass(200);
  expect(sent(world)).toEqual([[1, 2, 3], [4, 5, 6], [7]]);
});

test('flush sends now and tells when the answers are there', async () => {
  const world = new World();
  const { boxoffice } = world.open();
  boxoffice.click(1);
  let done = false;
  void boxoffice.flush().then(() => {
    done = true;
  });
  await world.clock.pass(0);
  expect([world.server.requests.length, done]).toEqual([1, false]);
  await world.clock.pass(50);
  expect([world.storage.countEvents(), done]).toEqual([0, true]);
});

test('a request carries the key as a bearer, no cookies, and outlives its page', async () => {
  const world = new World();
  world.open().boxoffice.click(1);
  await world.clock.pass(5000);
  expect(world.server.requests).toMatchObject([
    {
      url: 'https://boxoffice.test/api/v1/events',
      init: {
        method: 'POST',
        headers: { authorization: 'Bearer bo_pk_test', 'content-type': 'application/json' },
        keepalive: true,
        credentials: 'omit',
      },
    },
  ]);
});

test('after a failure the same events go again, later each time and never more than five minutes apart', async () => {
  const world = new World();
  world.server.weather = 'offline';
  const start = world.clock.now();
  const id = world.open({ flushAfterMilliseconds: 0 }).boxoffice.click(1);
  await world.clock.pass(3 * 3_600_000);
  const times = requestTimes(world, start);
  const gaps = times.slice(1).map((time, i) => time - (times[i] ?? 0) - 40);
  gaps.forEach((gap, failures) => {
    const longest = Math.min(1000 * 2 ** failures, 300_000);
    expect(gap).toBeGreaterThanOrEqual(longest / 2);
    expect(gap).toBeLessThanOrEqual(longest + 1);
  });
  expect(gaps.length).toBeGreaterThan(30);
  expect(new Set(gaps.slice(10)).size).toBeGreaterThan(5);
  world.server.weather = 'fine';
  await world.clock.pass(301_000);
  expect([...world.server.accepted.keys()]).toEqual([id]);
  expect(world.troubles[0]).toMatchObject({ reason: 'no-answer', status: 0, dropped: [] });
});

test('when the network is back nobody waits for the backoff to end', async () => {
  const world = new World();
  world.server.weather = 'offline';
  const page = world.open();
  page.boxoffice.click(1);
  await world.clock.pass(1_000_000);
  world.server.weather = 'fine';
  page.tell('online');
  await world.clock.pass(100);
  expect(world.server.accepted.size).toBe(1);
});

test.each([
  ['limited', 429, 20_000],
  ['busy', 503, 8001],
] as const)(
  'Retry-After of a %s server (%i) is obeyed by every page, reloads and flush included',
  async (weather, status, wait) => {
    const world = new World();
    world.server.weather = weather;
    const page = world.open({ flushAfterMilliseconds: 0 });
    const other = world.open({ flushAfterMilliseconds: 0 });
    page.boxoffice.click(1);
    await world.clock.pass(100);
    expect(world.troubles).toMatchObject([{ reason: 'answer', status, detail: `refused with ${status}`, dropped: [] }]);
    world.server.weather = 'fine';
    other.boxoffice.click(2);
    page.tell('online');
    page.leave();
    const next = world.open({ flushAfterMilliseconds: 0 });
    await next.boxoffice.flush();
    await world.clock.pass(wait - 200);
    expect(world.server.requests).toHaveLength(1);
    expect(world.server.beacons).toEqual([]);
    await world.clock.pass(2000);
    expect(world.server.accepted.size).toBe(2);
  },
);

test('a wait of more than an hour, as after a clock set back, is not believed', async () => {
  const world = new World();
  world.server.weather = 'limited';
  world.open({ flushAfterMilliseconds: 0 }).boxoffice.click(1);
  await world.clock.pass(100);
  world.server.weather = 'fine';
  world.clock.set(world.clock.now() - 40 * 3_600_000);
  world.open({ flushAfterMilliseconds: 0 }).boxoffice.click(2);
  await world.clock.pass(100);
  expect(sent(world).at(-1)).toContain(2);
});

test('a batch that is too large is halved until it passes', async () => {
  const world = new World();
  world.server.weather = 'small-bodies';
  const { boxoffice } = world.open({ maxBatch: 10 });
  for (let content = 1; content <= 10; content++) boxoffice.click(content);
  await world.clock.pass(3000);
  expect(world.server.accepted.size).toBe(10);
  expect(world.troubles).toEqual([]);
});

test.each([400, 413, 422])(
  'the one event that a server cannot take (%i) is given up and told, the others are not',
  async (status) => {
    const world = new World();
    const { boxoffice } = world.open({ maxBatch: 10 });
    const ids = Array.from({ length: 10 }, (_, content) => boxoffice.click(content));
    const [poison = ''] = ids.splice(6, 1);
    world.server.poison.set(poison, status);
    await world.clock.pass(10_000);
    expect([...world.server.accepted.keys()].sort()).toEqual(ids);
    expect(world.troubles).toMatchObject([
      { reason: 'answer', status, dropped: [{ id: poison }], retryInMilliseconds: null },
    ]);
    expect(world.storage.countEvents()).toBe(0);
  },
);

test('events that a revoked key cannot send wait, and the next key sends them', async () => {
  const world = new World();
  world.server.weather = 'key-refused';
  const page = world.open({ key: 'bo_pk_revoked' });
  const id = page.boxoffice.click(1);
  await world.clock.pass(60_000);
  expect(world.troubles[0]).toMatchObject({ reason: 'answer', status: 401, dropped: [] });
  expect(world.server.requests.length).toBeLessThan(8);
  world.server.weather = 'fine';
  page.crash();
  await world.clock.pass(200_000);
  world.open({ key: 'bo_pk_new' });
  await world.clock.pass(5000);
  expect([...world.server.accepted.keys()]).toEqual([id]);
});

test('a request without an answer is given up after half a minute and sent again', async () => {
  const world = new World();
  world.server.weather = 'hanging';
  world.open({ flushAfterMilliseconds: 0 }).boxoffice.click(1);
  await world.clock.pass(29_000);
  world.server.weather = 'fine';
  expect(world.troubles).toEqual([]);
  await world.clock.pass(3000);
  expect(world.troubles).toMatchObject([{ reason: 'no-answer' }]);
  expect(world.server.accepted.size).toBe(1);
});

test('past 5,000 waiting events the oldest are given up and told', async () => {
  const world = new World();
  world.server.weather = 'offline';
  const { boxoffice } = world.open();
  const ids = Array.from({ length: 5003 }, (_, content) => boxoffice.click(content));
  await world.clock.pass(0);
  expect(world.dropped().map((event) => event.id)).toEqual(ids.slice(0, 3));
  expect(world.troubles.at(-1)).toMatchObject({ reason: 'queue-full', status: 0 });
  expect(world.storage.countEvents()).toBe(5000);
});

test('events older than 47 hours are given up and told, for the server would refuse them', async () => {
  const world = new World();
  world.server.weather = 'offline';
  const { boxoffice } = world.open();
  const old = boxoffice.click(1);
  await world.clock.pass(3_600_000);
  const young = boxoffice.click(2);
  await world.clock.pass(46 * 3_600_000 - 600_000);
  expect(world.dropped()).toEqual([]);
  await world.clock.pass(1_200_000);
  expect(world.dropped().map((event) => event.id)).toEqual([old]);
  expect(world.troubles.filter((trouble) => trouble.reason === 'too-old')).toHaveLength(1);
  world.server.weather = 'fine';
  await world.clock.pass(600_000);
  expect([...world.server.accepted.keys()]).toEqual([young]);
});
