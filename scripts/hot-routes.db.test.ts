import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { issueKey } from '@/lib/accounts/issue-key';
import { writePost } from '@/lib/community/testing/board';
import { ensurePartitions, partitionRange } from '@/lib/events/ensure-partitions';
import { calendar } from '@/lib/platform/calendar';
import { db } from '@/lib/platform/database';
import { metrics } from '@/lib/platform/metrics';
import { makeProduct, memberWith } from '@/lib/shop/testing/shop';
import { trustAddress } from './trust-address';

// What Next hands over; the fast lane puts lighter classes in their place.
const NativeRequest = Request;
const { HOT, hotHandler } = await import('./hot-routes');

type Asked = { method: string; url: string; headers: Record<string, string>; body?: string };
type Answer = { status: number; headers: Record<string, unknown>; body: unknown };

const MIB = 1024 * 1024;
const OF_THE_CONNECTION = ['connection', 'keep-alive', 'date', 'content-length', 'transfer-encoding'];
const server = createServer((request, response) => {
  trustAddress(request, 0);
  void hotHandler(request)?.(request, response);
});
const scopes = HOT.map(([, , door]) => door.declaration.scope).filter((scope) => typeof scope === 'string');
let [key, poorKey]: string[] = [];
/** A call of each hot door that goes well as often as it is made. */
let good: Record<string, () => Promise<{ id?: string | number; body?: unknown }>>;

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  await ensurePartitions(partitionRange(calendar().dayOf(new Date())));
  key = await keyWith(scopes);
  poorKey = await keyWith(['stats:read']);
  good = await goodCalls();
});

afterAll(() => server.close());
afterEach(() => vi.useRealTimers());

async function keyWith(wanted: string[], rate = 1000): Promise<string> {
  const limits = { requestsPerSecond: rate, burst: rate, now: new Date() };
  return (await issueKey(db(), { name: 'both', kind: 'secret', scopes: wanted, allowedOrigins: [], ...limits })).key;
}

async function goodCalls(): Promise<typeof good> {
  const idOf = async (sql: string) => (await db().$client.query<{ id: number }>(sql)).rows[0]?.id ?? 0;
  const contentId = await idOf(
    `insert into contents (title, kind, duration_seconds) values ('a film', 'video', 900) returning id`,
  );
  const adId = await idOf(
    `insert into ads (name, text, reward_points, places, starts_at, ends_at)
     values ('an ad', 'text', 50, 99, now() - interval '1 hour', now() + interval '1 hour') returning id`,
  );
  const productId = (await makeProduct({ price: 10 })).id;
  const postId = (await writePost()).id;
  const at = () => new Date().toISOString();
  const viewerId = 'ann';
  return {
    '/api/v1/events': async () => ({
      body: [{ id: randomUUID(), type: 'like', contentId, viewerId: randomUUID(), at: at() }],
    }),
    '/api/v1/watch': async () => ({
      body: { viewerId, contentId, playerId: 'tv', positionSeconds: 1, watchedSeconds: 1, at: at() },
    }),
    '/api/v1/ads/joinable': async () => ({}),
    '/api/v1/ads/[id]/participations': async () => ({ id: adId, body: { memberId: randomUUID() } }),
    '/api/v1/members/[id]/points': async () => ({ id: 'a member' }),
    '/api/v1/videos/[id]': async () => ({ id: contentId }),
    '/api/v1/posts/[id]/comments': async () => ({ id: postId, body: { memberId: randomUUID(), body: 'well said' } }),
    '/api/v1/products/[id]/orders': async () => ({ id: productId, body: { memberId: await memberWith(100) } }),
  };
}

type Hot = (typeof HOT)[number];

/** What the two doors answer, and each of them notes the same in the metrics. The request of each is made anew. */
async function askBoth(hot: Hot, ask: () => Promise<Asked>): Promise<[lane: Answer, next: Answer]> {
  const before = await noted();
  const lane = await askLane(await ask());
  const between = await noted();
  const next = await askNext(hot, await ask());
  expect(difference(between, await noted()), 'what the metrics noted').toEqual(difference(before, between));
  return [lane, next];
}

async function noted(): Promise<Map<string, number>> {
  const { requests, refusals } = metrics();
  const timed = (await requests.get()).values.filter((one) => one.metricName?.endsWith('_count'));
  return new Map([...timed, ...(await refusals.get()).values].map((one) => [JSON.stringify(one.labels), one.value]));
}

const difference = (before: Map<string, number>, after: Map<string, number>) =>
  [...after].map(([labels, n]) => [labels, n - (before.get(labels) ?? 0)]).filter(([, n]) => n !== 0);

async function askLane({ method, url, headers, body }: Asked): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  const outgoing = send({ host: '127.0.0.1', port, method, path: url, headers, agent: false });
  outgoing.end(body);
  const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
  const given = Object.entries(answer.headers).filter(([name]) => !OF_THE_CONNECTION.includes(name));
  return { status: answer.statusCode ?? 0, headers: Object.fromEntries(given), body: plain(await text(answer)) };
}

async function askNext([method, path, door]: Hot, { url, headers, body }: Asked): Promise<Answer> {
  const names = path.split('/');
  const parts = new URL(url, 'http://boxoffice.test').pathname.split('/');
  const params = names.flatMap((name, i) => (name.startsWith('[') ? [[name.slice(1, -1), decode(parts[i])]] : []));
  const request = new NativeRequest(`http://boxoffice.test${url}`, {
    method,
    headers: { 'x-forwarded-for': '127.0.0.1', ...headers },
    ...(body !== undefined && { body }),
  });
  const answer = await door(request, { params: Promise.resolve(Object.fromEntries(params)) });
  return { status: answer.status, headers: Object.fromEntries(answer.headers), body: plain(await answer.text()) };
}

const decode = (part = '') => decodeURIComponent(part);

/** The body without what no two answers share: ids, codes and times. */
function plain(body: string): unknown {
  const words = body
    .replace(/"(id|voucherCode|memberId|authorId|authorName|name)":("[^"]*"|\d+)/g, '"$1":"its own"')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'a time');
  return words === '' ? null : JSON.parse(words);
}

/** A good request of a door, and how a case spoils it. */
async function goodRequest(method: string, path: string): Promise<Asked> {
  const { id, body } = await (good[path] ?? expect.fail(`no good call of ${path}`))();
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'x-request-id': 'both' };
  const url = path.replace('[id]', encodeURIComponent(id ?? ''));
  return { method, url, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
}

const CASES: [name: string, spoil: (asked: Asked) => Asked][] = [
  ['a good request', (asked) => asked],
  ['no key', (asked) => withHeaders(asked, { authorization: '' })],
  ['a key that nobody has', (asked) => withHeaders(asked, { authorization: `Bearer bo_sk_${'0'.repeat(40)}` })],
  ['a key without the scope', (asked) => withHeaders(asked, { authorization: `Bearer ${poorKey}` })],
  ['a page of another origin', (asked) => withHeaders(asked, { origin: 'https://shop.example' })],
  ['a body that is no JSON', (asked) => withBody(asked, '{"events":[')],
  ['a body of the wrong shape', (asked) => withBody(asked, '{"memberId":7,"body":7}')],
  ['no body', (asked) => withBody(asked, '')],
  // Announced, and refused before it is read.
  ['a body past the limit', (asked) => withHeaders(withBody(asked, '{'), { 'content-length': String(MIB + 1) })],
  ['an id that nothing has', (asked) => ({ ...asked, url: asked.url.replace(/\/\d+/, '/987654') })],
  ['an id that is none', (asked) => ({ ...asked, url: asked.url.replace(/\/\d+/, '/%20%00') })],
  ['a query nobody knows', (asked) => ({ ...asked, url: `${asked.url}?memberId=%00&memberId=b&x=%zz` })],
];

const withHeaders = (asked: Asked, headers: Record<string, string>) => ({
  ...asked,
  headers: { ...asked.headers, ...headers },
});
const withBody = (asked: Asked, body: string) => (asked.method === 'GET' ? asked : { ...asked, body });

test.each(HOT)('%s %s answers the same through Node as through Next, whatever is asked', async (...hot) => {
  const [method, path] = hot;
  const statuses = new Set<number>();
  for (const [name, spoil] of CASES) {
    const [lane, next] = await askBoth(hot, async () => spoil(await goodRequest(method, path)));
    expect(lane, name).toEqual(next);
    statuses.add(lane.status);
  }
  const good = await askBoth(hot, () => goodRequest(method, path));
  expect(good[0].status).toBeLessThan(300);
  const wanted = method === 'POST' ? [400, 401, 403, 413] : [401, 403];
  expect([...statuses]).toEqual(expect.arrayContaining(wanted));
});

test.each(HOT)('%s %s takes from one bucket by whichever door', async (...hot) => {
  const [method, path, door] = hot;
  vi.useFakeTimers({ toFake: ['Date'] }); // no bucket fills meanwhile
  const scope = door.declaration.scope;
  const hasty = await keyWith([String(scope)], 1);
  const ask = async () => withHeaders(await goodRequest(method, path), { authorization: `Bearer ${hasty}` });
  expect((await askLane(await ask())).status).toBeLessThan(300);
  const [lane, next] = [await askLane(await ask()), await askNext(hot, await ask())];
  expect(lane).toMatchObject({ status: 429, headers: { 'retry-after': '1' } });
  expect(lane).toEqual(next);
});
