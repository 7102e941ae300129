import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { viewerTokenSecret } from '@/lib/accounts/viewer-token';
import { bearer, call } from '@/lib/http/testing/call';
import { db } from '@/lib/platform/database';
import { flushWatch } from '@/lib/streaming/flush-watch';
import { OPTIONS, POST } from './route';

let secret: Awaited<ReturnType<typeof bearer>>;
let publishable: Awaited<ReturnType<typeof bearer>>;
let video = 0;
let article = 0;

beforeAll(async () => {
  secret = await bearer(['watch:write']);
  publishable = await bearer(['watch:write'], 'publishable', ['https://shop.example']);
});

beforeEach(async () => {
  await flushWatch();
  const { rows } = await db().$client.query<{ id: number }>(
    `insert into contents (title, kind, duration_seconds, external_id) values ('a video', 'video', 900, $1), ('an article', 'article', null, null) returning id`,
    [randomUUID()],
  );
  [video, article] = rows.map((row) => row.id) as [number, number];
});

const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();
const beat = (over: object = {}) => ({
  viewerId: 'ann',
  contentId: video,
  playerId: 'tv',
  positionSeconds: 10.7,
  watchedSeconds: 10,
  at: ago(60),
  ...over,
});
const post = (body: unknown, headers: Record<string, string> = { authorization: secret.authorization }) =>
  call(POST, { method: 'POST', path: '/api/v1/watch', body, headers });
const players = async () =>
  (
    await db().$client.query('select viewer, watched_milliseconds as ms from watch_players where content_id = $1', [
      video,
    ])
  ).rows;
const watched = async () =>
  (
    await db().$client.query(
      `select coalesce(sum(milliseconds), 0)::int as ms from watch_times where grain = 'd' and content_id = $1`,
      [video],
    )
  ).rows[0].ms;

test('takes one heartbeat or several, and writes them within the minute', async () => {
  expect(await post(beat())).toMatchObject({
    status: 202,
    json: { received: 1, accepted: 1, rejected: 0, items: [] },
  });
  expect(await players()).toEqual([]);
  await flushWatch();
  expect(await players()).toEqual([{ viewer: 'm:ann', ms: 10_000 }]);
  const more = [beat({ watchedSeconds: 30, at: ago(40) }), beat({ watchedSeconds: 42.5, at: ago(20) })];
  expect((await post(more)).json).toMatchObject({ received: 2, accepted: 2 });
  await flushWatch();
  expect(await watched()).toBe(32_500);
});

test('a player that stopped is written before the answer, once', async () => {
  await post(beat({ at: ago(30) }));
  await post(beat({ watchedSeconds: 20, at: ago(10), stopped: true }));
  expect(await players()).toEqual([{ viewer: 'm:ann', ms: 20_000 }]);
  await flushWatch();
  await post(beat({ watchedSeconds: 20, at: ago(10), stopped: true }));
  expect(await watched(), 'its time begins with the first that was accepted').toBe(10_000);
  await post(beat({ watchedSeconds: 25, at: ago(5), stopped: true }));
  expect(await watched()).toBe(15_000);
  expect(await flushWatch()).toBe(0);
});

test('a bad heartbeat spoils no other, and each says which field and why', async () => {
  const answer = await post([
    beat(),
    beat({ contentId: 987654321 }),
    beat({ contentId: article }),
    beat({ contentId: undefined }),
    beat({ viewerId: undefined }),
    beat({ playerId: '' }),
    beat({ positionSeconds: -1 }),
    beat({ watchedSeconds: 'long' }),
    beat({ at: ago(49 * 3600) }),
    beat({ at: ago(-400) }),
    beat({ at: 'yesterday' }),
    null,
  ]);
  expect(answer.json).toMatchObject({ received: 12, accepted: 1, rejected: 11 });
  const { items } = answer.json as { items: { reason: string; pointer: string }[] };
  expect(items.map((item) => `${item.reason} ${item.pointer}`)).toEqual([
    'unknown-content /1/contentId',
    'not-a-video /2/contentId',
    'invalid /3/contentId',
    'invalid /4/viewerId',
    'invalid /5/playerId',
    'invalid /6/positionSeconds',
    'invalid /7/watchedSeconds',
    'too-old /8/at',
    'in-the-future /9/at',
    'invalid /10/at',
    'invalid /11',
  ]);
  expect((await post(beat({ playerId: 1 }))).json).toMatchObject({ items: [{ index: 0, pointer: '/playerId' }] });
});

test('takes 1 to 500 heartbeats', async () => {
  for (const count of [0, 501]) {
    const answer = await post(Array.from({ length: count }, () => beat()));
    expect(answer).toMatchObject({ status: 422, json: { code: 'streaming/wrong-count' } });
  }
  const many = Array.from({ length: 500 }, (_, i) => beat({ playerId: `p${i}` }));
  expect((await post(many)).json).toMatchObject({ accepted: 500 });
  expect(await flushWatch()).toBe(500);
});

test('a page names a member with a signed token only; without one its anonymous id watches', async () => {
  const page = { authorization: publishable.authorization, origin: 'https://shop.example' };
  const key = new TextEncoder().encode(viewerTokenSecret(publishable.keyId));
  const token = await new SignJWT()
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject('ann')
    .setExpirationTime('1h')
    .sign(key);
  const answer = await post(
    [
      beat({ anonymousId: 'browser-1' }),
      beat({ viewerToken: token, playerId: 'signed' }),
      beat({ viewerToken: 'forged', playerId: 'forged' }),
    ],
    page,
  );
  expect(answer.headers.get('access-control-allow-origin')).toBe('https://shop.example');
  expect(answer.json).toMatchObject({
    accepted: 2,
    items: [{ index: 2, reason: 'invalid', pointer: '/2/viewerToken' }],
  });
  await flushWatch();
  expect((await players()).map((row) => row.viewer).sort()).toEqual(['a:browser-1', 'm:ann']);
  expect(
    (await OPTIONS(new Request('http://boxoffice.test', { headers: { origin: 'https://x.example' } }))).status,
  ).toBe(204);
});

test('needs the scope', async () => {
  const { authorization } = await bearer(['events:write']);
  expect((await post(beat(), { authorization })).status).toBe(403);
  expect((await post(beat(), {})).status).toBe(401);
});
