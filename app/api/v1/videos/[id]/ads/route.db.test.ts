import { beforeAll, beforeEach, expect, test } from 'vitest';
import { makeUser } from '@/db/builders/people';
import { bearer, call } from '@/lib/http/testing/call';
import { db } from '@/lib/platform/database';
import type { SlotAd } from '@/lib/streaming/ad-video-schema';
import { forgetActiveAdVideos } from '@/lib/streaming/choose-ad';
import { GET } from './route';

let secret: Record<string, string>;
let publishable: Awaited<ReturnType<typeof bearer>>;
let [video, short, article] = [0, 0, 0];

beforeAll(async () => {
  secret = { authorization: (await bearer(['videos:read'])).authorization };
  publishable = await bearer(['videos:read'], 'publishable', ['https://shop.example']);
  await makeUser(db(), { email: 'nara@example.com', roles: ['advertiser'] });
  const { rows } = await db().$client.query<{ id: number }>(
    `insert into contents (title, kind, duration_seconds) values ('v', 'video', 900), ('s', 'video', 299), ('a', 'article', null) returning id`,
  );
  [video, short, article] = rows.map((row) => row.id) as [number, number, number];
});

beforeEach(async () => {
  await db().$client.query('truncate ad_videos restart identity');
  forgetActiveAdVideos();
});

async function register(...titles: string[]): Promise<void> {
  await db().$client.query(
    `insert into ad_videos (duration_seconds, active, title, file_key, created_at)
     select 15, title <> 'off', title, repeat('a', 32) || '.mp4', now() from unnest($1::text[]) title`,
    [titles],
  );
  forgetActiveAdVideos();
}

const ask = (query: string, id = video, headers = secret) =>
  call(GET, { path: `/api/v1/videos/${id}/ads?${query}`, params: { id: String(id) }, headers });
const chosen = async (query: string) => (await ask(query)).json as SlotAd;

test('answers with an active ad video for the slot, at an address that another site can play', async () => {
  await register('off', 'on');
  expect(await ask('position=300&viewerId=ann')).toEqual({
    status: 200,
    headers: expect.anything(),
    json: {
      id: 2,
      title: 'on',
      durationSeconds: 15,
      positionSeconds: 300,
      url: expect.stringMatching(/^http.*\/assets\/a{32}\.mp4$/),
    },
  });
});

test('a position that is no slot is refused and told the slots; an unknown video and an article are none', async () => {
  await register('on');
  for (const position of [0, 299, 301, 1200])
    expect(await ask(`position=${position}`)).toMatchObject({ status: 422, json: { code: 'streaming/not-a-slot' } });
  expect(JSON.stringify((await ask('position=1')).json)).toContain('300, 600, 900');
  expect(await ask('position=300', short)).toMatchObject({ status: 422 });
  expect(await ask('')).toMatchObject({ status: 422, json: { code: 'platform/invalid' } });
  for (const id of [article, 999_999])
    expect(await ask('position=300', id)).toMatchObject({ status: 404, json: { code: 'streaming/video-not-found' } });
});

test('without an active ad video there is none', async () => {
  expect(await ask('position=300')).toMatchObject({ status: 404, json: { code: 'streaming/no-ad' } });
  await register('off');
  expect(await ask('position=300')).toMatchObject({ status: 404 });
});

test('the same viewer and slot get the same one, and over viewers each gets its share', async () => {
  await register('a', 'b', 'c', 'd');
  const counts = new Map<number, number>();
  for (let viewer = 0; viewer < 400; viewer++) {
    const query = `position=300&viewerId=viewer-${viewer}`;
    const { id } = await chosen(query);
    if (viewer < 20) expect((await chosen(query)).id).toBe(id);
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  expect([...counts.keys()].sort()).toEqual([1, 2, 3, 4]);
  // 100 each, with a standard deviation of under 9.
  for (const n of counts.values()) expect(Math.abs(n - 100)).toBeLessThan(45);
  const slots = await Promise.all(
    [...Array(40).keys()].map((n) => chosen(`position=${n % 2 ? 600 : 300}&viewerId=v${n >> 1}`)),
  );
  expect(slots.some((ad, n) => n % 2 === 1 && ad.id !== slots[n - 1]?.id)).toBe(true);
});

test('a publishable key may ask for its viewer, and a key without the scope may not', async () => {
  await register('on');
  const headers = { authorization: publishable.authorization, origin: 'https://shop.example' };
  const answer = await ask('position=300&anonymousId=cookie', video, headers);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('access-control-allow-origin')).toBe('https://shop.example');
  const { authorization } = await bearer(['watch:write']);
  expect((await ask('position=300', video, { authorization })).status).toBe(403);
});
