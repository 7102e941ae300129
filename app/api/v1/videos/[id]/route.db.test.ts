import { beforeAll, beforeEach, expect, test } from 'vitest';
import { bearer, call } from '@/lib/http/testing/call';
import { db } from '@/lib/platform/database';
import { flushWatch } from '@/lib/streaming/flush-watch';
import { heldBeats } from '@/lib/streaming/held-beats';
import { GET } from './route';

let secret: Awaited<ReturnType<typeof bearer>>;
let publishable: Awaited<ReturnType<typeof bearer>>;
let video = 0;
let article = 0;

beforeAll(async () => {
  secret = await bearer(['videos:read']);
  publishable = await bearer(['videos:read'], 'publishable', ['https://shop.example']);
  await db().$client.query(`insert into users (email, name, member_id) values ('kim@example.com', '김감독', 'kim')`);
});

beforeEach(async () => {
  const { rows } = await db().$client.query<{ id: number }>(
    `insert into contents (title, kind, duration_seconds, opening_views, creator_id) values
      ('영화', 'video', 900, 120000, (select id from users)), ('an article', 'article', null, 0, null) returning id`,
  );
  [video, article] = rows.map((row) => row.id) as [number, number];
});

const get = (
  id: number | string,
  query = '',
  headers: Record<string, string> = { authorization: secret.authorization },
) => call(GET, { path: `/api/v1/videos/${id}${query}`, params: { id: String(id) }, headers });
const watch = (positionSeconds: number, over: object = {}) =>
  heldBeats().hold([
    {
      contentId: video,
      viewer: 'm:ann',
      playerId: 'tv',
      atMs: Date.parse('2026-11-22T03:00:00Z') + positionSeconds * 1000,
      watchedMs: 0,
      positionSeconds,
      ...over,
    },
  ]);

test('tells what a player needs', async () => {
  const { rows } = await db().$client.query('select id from users');
  expect(await get(video)).toMatchObject({
    status: 200,
    json: {
      id: video,
      title: '영화',
      durationSeconds: 900,
      creator: { id: rows[0].id, name: '김감독' },
      views: 120_000,
      adPositionsSeconds: [300, 600, 900],
      resumeAtSeconds: 0,
    },
  });
});

test('views are those before the move and those counted in any month', async () => {
  await db().$client.query(
    `insert into summaries (grain, start_on, content_id, views) values
      ('m', '2026-08-01', $1, 3), ('m', '2026-11-01', $1, 40), ('d', '2026-11-02', $1, 40), ('m', '2026-10-01', $2, 500)`,
    [video, article],
  );
  expect((await get(video)).json).toMatchObject({ views: 120_043 });
});

test('a viewer goes on where they were, before it is written and after, and others begin', async () => {
  await watch(100);
  expect((await get(video, '?viewerId=ann')).json).toMatchObject({ resumeAtSeconds: 100 });
  await flushWatch();
  await watch(50);
  await watch(250, { playerId: 'phone' });
  expect((await get(video, '?viewerId=ann')).json).toMatchObject({ resumeAtSeconds: 250 });
  await flushWatch();
  expect((await get(video, '?viewerId=ann')).json).toMatchObject({ resumeAtSeconds: 250 });
  for (const query of ['', '?viewerId=bea', '?anonymousId=ann'])
    expect((await get(video, query)).json).toMatchObject({ resumeAtSeconds: 0 });
});

test('what was written stands where nothing waits any more', async () => {
  await db().$client.query(
    `insert into watch_positions (content_id, viewer, position_seconds, at) values ($1, 'm:ann', 300, '2026-11-22T04:00:00Z')`,
    [video],
  );
  expect((await get(video, '?viewerId=ann')).json).toMatchObject({ resumeAtSeconds: 300 });
  await watch(100);
  expect((await get(video, '?viewerId=ann')).json).toMatchObject({ resumeAtSeconds: 300 });
});

test('a finished video starts over', async () => {
  await watch(900);
  expect((await get(video, '?viewerId=ann')).json).toMatchObject({ resumeAtSeconds: 0 });
});

test('a page does not learn where a member was by naming them, and a forged token is refused', async () => {
  await watch(100);
  const headers = { authorization: publishable.authorization, origin: 'https://shop.example' };
  const answer = await get(video, '?viewerId=ann&anonymousId=browser-1', headers);
  expect(answer.json).toMatchObject({ resumeAtSeconds: 0 });
  expect(answer.headers.get('access-control-allow-origin')).toBe('https://shop.example');
  expect(await get(video, '?viewerId=ann&viewerToken=forged', headers)).toMatchObject({
    status: 422,
    json: { code: 'streaming/viewer-refused', errors: [{ pointer: '?viewerToken' }] },
  });
});

test('an article, an unknown id and what is no id are no video', async () => {
  for (const id of [article, 987654321, 'abc'])
    expect(await get(id)).toMatchObject({ status: 404, json: { code: 'streaming/video-not-found' } });
  const { authorization } = await bearer(['events:write']);
  expect((await get(video, '', { authorization })).status).toBe(403);
});
