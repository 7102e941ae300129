import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { viewerTokenSecret } from '@/lib/accounts/viewer-token';
import { ensurePartitions, partitionRange } from '@/lib/events/ensure-partitions';
import { bearer, call } from '@/lib/http/testing/call';
import { calendar } from '@/lib/platform/calendar';
import { db } from '@/lib/platform/database';
import { GET, OPTIONS, POST } from './route';

let secret: Awaited<ReturnType<typeof bearer>>;
let publishable: Awaited<ReturnType<typeof bearer>>;
let video = 0;
let article = 0;

beforeAll(async () => {
  await ensurePartitions(partitionRange(calendar().dayOf(new Date())));
  await db().$client.query(`insert into users (email, member_id) values ('owner@example.com', 'owner')`);
});

beforeEach(async () => {
  secret = await bearer(['events:write', 'events:read']);
  publishable = await bearer(['events:write'], 'publishable', ['https://shop.example']);
  const { rows } = await db().$client.query<{ id: number }>(
    `insert into contents (title, kind, duration_seconds, external_id, creator_id) values
     ('a video', 'video', 900, $1, (select id from users)), ('an article', 'article', null, null, null) returning id`,
    [randomUUID()],
  );
  [video, article] = rows.map((row) => row.id) as [number, number];
});

const event = (over: object = {}) => ({
  id: randomUUID(),
  type: 'click',
  contentId: article,
  viewerId: 'ann',
  at: new Date().toISOString(),
  ...over,
});
const post = (events: unknown, headers: Record<string, string> = { authorization: secret.authorization }) =>
  call(POST, { method: 'POST', path: '/api/v1/events', body: events, headers });
const stored = async (id: string) =>
  (
    await db().$client.query<{ viewer: string; reason: number }>('select viewer, reason from events where id = $1', [
      id,
    ])
  ).rows;

test('counts an event and answers 202 with a receipt', async () => {
  const answer = await post({ events: [event()] });
  expect(answer.status).toBe(202);
  expect(answer.json).toEqual({ received: 1, counted: 1, duplicate: 0, refused: 0, rejected: 0, items: [] });
});

test('the same event again is a duplicate, in the same request or a later one', async () => {
  const one = event();
  expect((await post([one, one])).json).toMatchObject({ received: 2, counted: 1, duplicate: 1 });
  const again = await post([{ ...one, id: one.id.toUpperCase() }]);
  expect(again.json).toMatchObject({ duplicate: 1, items: [{ index: 0, outcome: 'duplicate' }] });
  expect(await stored(one.id)).toHaveLength(1);
});

test('a bad item spoils no other, and each says which field and why', async () => {
  const good = event();
  const answer = await post({
    events: [
      good,
      event({ id: 'not-a-uuid' }),
      event({ type: 'applaud' }),
      event({ contentId: undefined }),
      event({ contentId: 987654321 }),
      event({ viewerId: undefined }),
      event({ at: '2026-11-21 14:03:10' }),
      event({ at: new Date(Date.now() - 49 * 3_600_000).toISOString() }),
      event({ at: new Date(Date.now() + 301_000).toISOString() }),
      event({ type: 'ad-view', contentId: video }),
      event({ type: 'ad-view', contentId: video, adPositionSeconds: 301 }),
      event({ viewerId: 'a\u0000b' }),
      event({ viewerId: 'x'.repeat(65) }),
      null,
      [],
      'click',
    ],
  });
  expect(answer.status).toBe(202);
  expect(answer.json).toMatchObject({ received: 16, counted: 1, rejected: 15 });
  const { items } = answer.json as { items: { pointer: string; reason: string }[] };
  expect(items.map((item) => `${item.reason} ${item.pointer}`)).toEqual([
    'invalid /events/1/id',
    'invalid /events/2/type',
    'invalid /events/3/contentId',
    'unknown-content /events/4/contentId',
    'invalid /events/5/viewerId',
    'invalid /events/6/at',
    'too-old /events/7/at',
    'in-the-future /events/8/at',
    'invalid /events/9/adPositionSeconds',
    'invalid /events/10/adPositionSeconds',
    'invalid /events/11/viewerId',
    'invalid /events/12/viewerId',
    'invalid /events/13',
    'invalid /events/14',
    'invalid /events/15',
  ]);
  expect(await stored(good.id)).toHaveLength(1);
});

test('rejections and duplicates are tallied by reason', async () => {
  const one = event();
  await post([one]);
  await db().$client.query('delete from intake_deltas');
  await post([one, event({ contentId: 987654321 }), event({ type: 'applaud' }), event({ type: 'boo' })]);
  const { rows } = await db().$client.query('select outcome, n from intake_deltas order by outcome');
  expect(rows).toEqual([
    { outcome: 'duplicate', n: 1 },
    { outcome: 'invalid', n: 2 },
    { outcome: 'unknown-content', n: 1 },
  ]);
});

test('a refused event is stored with its reason', async () => {
  const at = Date.now();
  const events = [
    event({ at: new Date(at).toISOString() }),
    event({ at: new Date(at + 999).toISOString() }),
    event({ at: new Date(at + 1000).toISOString() }),
  ];
  const answer = await post(events);
  expect(answer.json).toMatchObject({
    counted: 2,
    refused: 1,
    items: [{ index: 1, outcome: 'refused', reason: 'rapid-repeat' }],
  });
  expect((await stored(events[1]?.id ?? ''))[0]?.reason).toBe(101);
});

test("the owner's own playback is refused, and so is a like that changes nothing", async () => {
  const answer = await post([
    event({ type: 'view', contentId: video, viewerId: 'owner' }),
    event({ type: 'like', contentId: video, at: new Date(Date.now() - 1000).toISOString() }),
    event({ type: 'like', contentId: video }),
    event({ type: 'unlike', contentId: article }),
  ]);
  expect((answer.json as { items: { reason: string }[] }).items.map((item) => item.reason)).toEqual([
    'own-content',
    'already-liked',
    'not-liked',
  ]);
});

test('a content can be named by the id that the platform gave it, however long it may be', async () => {
  const externalId = `clip-${'x'.repeat(195)}`;
  await db().$client.query('update contents set external_id = $1 where id = $2', [externalId, video]);
  expect((await post([event({ contentId: undefined, externalId })])).json).toMatchObject({ counted: 1 });
});

test('a publishable key may come in the query, as sendBeacon needs, with text/plain', async () => {
  const answer = await call(POST, {
    method: 'POST',
    path: `/api/v1/events?key=${publishable.key}`,
    raw: JSON.stringify([event({ viewerId: undefined, anonymousId: 'browser-1' })]),
    headers: {
      'content-type': 'text/plain',
      origin: 'https://shop.example',
      'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0',
    },
  });
  expect(answer.status).toBe(202);
  expect(answer.headers.get('access-control-allow-origin')).toBe('https://shop.example');
});

test('a publishable key is refused to a site that it does not list, and bots are not counted', async () => {
  const headers = { authorization: publishable.authorization, origin: 'https://evil.example' };
  expect((await post([event()], headers)).json).toMatchObject({ status: 403, code: 'accounts/origin-not-allowed' });
  const bot = { authorization: publishable.authorization, 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' };
  expect((await post([event()], bot)).json).toMatchObject({ refused: 1, items: [{ reason: 'bot' }] });
});

test('a preflight is answered for any site', async () => {
  const answer = await OPTIONS(
    new Request('http://boxoffice.test/', { method: 'OPTIONS', headers: { origin: 'https://shop.example' } }),
  );
  expect(answer.status).toBe(204);
  expect(answer.headers.get('access-control-allow-headers')).toContain('authorization');
});

const browser = () => ({
  authorization: publishable.authorization,
  'user-agent': 'Mozilla/5.0 (X11) Firefox/140.0',
  'x-forwarded-for': '203.0.113.9',
});
const token = (memberId: string, expiresAt: number, keyId = publishable.keyId) =>
  new SignJWT({})
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(memberId)
    .setExpirationTime(Math.floor(expiresAt / 1000))
    .sign(new TextEncoder().encode(viewerTokenSecret(keyId)));

test('from a publishable key a member id is believed only with a token that the platform signed', async () => {
  const [bare, signed, expired] = [event({ type: 'view' }), event({ type: 'view' }), event({ type: 'view' })];
  const viewerToken = await token('ann', Date.now() + 60_000);
  const oldToken = await token('ann', Date.now() - 60_000);
  await post([bare, { ...signed, viewerToken }, { ...expired, viewerToken: oldToken }], browser());
  expect((await stored(signed.id))[0]?.viewer).toBe('m:ann');
  const address = (await stored(bare.id))[0]?.viewer;
  expect(address).toMatch(/^i:[\w-]{22}$/);
  expect((await stored(expired.id))[0]?.viewer).toBe(address);
});

test('a forged, foreign or broken token is rejected by its field', async () => {
  const forged = await token('ann', Date.now() + 60_000, publishable.keyId + 1000);
  const foreign = await token('bob', Date.now() + 60_000);
  const answer = await post(
    [event({ viewerToken: forged }), event({ viewerToken: foreign }), event({ viewerToken: 'x' })],
    browser(),
  );
  expect((answer.json as { items: { pointer: string }[] }).items.map((item) => item.pointer)).toEqual([
    '/0/viewerToken',
    '/1/viewerToken',
    '/2/viewerToken',
  ]);
});

test('a view without a member goes by the address, a whole /64 of IPv6 being one viewer', async () => {
  const anonymous = { type: 'view', viewerId: undefined, anonymousId: 'free-to-change' };
  const [a, b, c] = [
    event({ ...anonymous, viewerIp: '2001:db8:1:2::1' }),
    event({ ...anonymous, viewerIp: '2001:db8:1:2:ffff::9', contentId: video }),
    event({ ...anonymous, viewerIp: '2001:db8:1:3::1', contentId: video }),
  ];
  const none = event(anonymous);
  const wrong = event({ ...anonymous, viewerIp: '1.2.3.456' });
  const answer = await post([a, b, c, none, wrong]);
  expect(answer.json).toMatchObject({
    counted: 3,
    rejected: 2,
    items: [{ pointer: '/3/viewerIp' }, { pointer: '/4/viewerIp' }],
  });
  const viewers = await Promise.all([a, b, c].map(async ({ id }) => (await stored(id))[0]?.viewer));
  expect(viewers[0]).toBe(viewers[1]);
  expect(viewers[2]).not.toBe(viewers[0]);
});

test.each([
  ['no key', {}, 401, 'accounts/unauthenticated'],
  ['a wrong key', { authorization: 'Bearer bo_sk_nonsense' }, 401, 'accounts/unknown-key'],
])('%s is answered %s', async (_title, headers, status, code) => {
  expect((await post([event()], headers as Record<string, string>)).json).toMatchObject({ status, code });
});

test('a key without the scope is answered 403', async () => {
  const { authorization } = await bearer(['contents:read']);
  expect((await post([event()], { authorization })).json).toMatchObject({
    status: 403,
    code: 'accounts/missing-scope',
  });
});

test.each([
  ['broken JSON', '{"events":[', 400, 'platform/malformed-json'],
  ['no list', '{"event":{}}', 422, 'events/not-a-list'],
  ['null', 'null', 422, 'events/not-a-list'],
  ['an empty list', '[]', 422, 'events/wrong-count'],
  ['501 events', JSON.stringify(Array(501).fill({})), 422, 'events/wrong-count'],
  ['more than 1 MiB', `["${'x'.repeat(1_048_577)}"]`, 413, 'platform/too-large'],
  ['a million brackets', '['.repeat(1_000_000), 400, 'platform/too-deep'],
])('%s is refused as a whole', async (_title, raw, status, code) => {
  const answer = await call(POST, { method: 'POST', raw, headers: { authorization: secret.authorization } });
  expect(answer.json).toMatchObject({ status, code });
});

test('past the rate the sender is told when to come again, and nothing is counted', async () => {
  const { issueKey } = await import('@/lib/accounts/issue-key');
  const { key } = await issueKey(db(), {
    name: 'slow',
    kind: 'secret',
    scopes: ['events:write'],
    allowedOrigins: [],
    requestsPerSecond: 1,
    burst: 2,
    now: new Date(),
  });
  const answers = [];
  for (let i = 0; i < 5; i++) answers.push(await post([event()], { authorization: `Bearer ${key}` }));
  const limited = answers.filter((answer) => answer.status === 429);
  expect(limited.length).toBeGreaterThanOrEqual(2);
  expect(Number(limited[0]?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
});

test('the events of a day are listed with their verdicts, page by page', async () => {
  const at = Date.now() - 10_000;
  const ids = Array.from({ length: 5 }, () => randomUUID());
  await post(ids.map((id, i) => event({ id, at: new Date(at + i * 500).toISOString(), viewerId: 'zoe' })));
  const day = calendar().dayOf(new Date(at));
  const list = async (query: string) =>
    (
      await call(GET, {
        path: `/api/v1/events?day=${day}&contentId=${article}&${query}`,
        headers: { authorization: secret.authorization },
      })
    ).json as { items: { id: string; reason: string | null }[]; nextCursor: string | null };
  const first = await list('limit=3');
  expect(first.items.map((item) => item.id)).toEqual([ids[4], ids[3], ids[2]]);
  const second = await list(`limit=3&cursor=${first.nextCursor}`);
  expect(second.items.map((item) => item.id)).toEqual([ids[1], ids[0]]);
  expect(second.nextCursor).toBeNull();
  expect((await list('outcome=rapid-repeat')).items.map((item) => item.id)).toEqual([ids[3], ids[1]]);
  expect((await list('outcome=counted')).items).toHaveLength(3);
  for (const cursor of ['nonsense', 'WyJhIiwiYiJd', 'WzEsMl0'])
    expect(await list(`cursor=${cursor}`)).toMatchObject({ status: 422 });
});
