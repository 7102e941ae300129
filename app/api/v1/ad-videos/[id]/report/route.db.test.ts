import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { makeUser, signedIn } from '@/db/builders/people';
import { ensurePartitions } from '@/lib/events/ensure-partitions';
import { settleDay } from '@/lib/events/settle-day';
import { insertEvents } from '@/lib/events/store';
import { call } from '@/lib/http/testing/call';
import { addDays, calendarOf, type Day } from '@/lib/kernel/day';
import { db, ingestDb } from '@/lib/platform/database';
import { priceDay } from '@/lib/settlement/price-day';
import type { AdVideoReport } from '@/lib/streaming/ad-video-schema';
import { GET } from './route';

const seoul = calendarOf('Asia/Seoul');
const TODAY = seoul.dayOf(new Date());
const PAST = addDays(TODAY, -2);
type Headers = Record<string, string>;
let [nara, other]: Headers[] = [];
let mine = 0;

beforeAll(async () => {
  const { id } = await makeUser(db(), { email: 'nara@example.com', roles: ['advertiser'] });
  nara = await signedIn(db(), id);
  other = await signedIn(db(), (await makeUser(db(), { email: 'other@example.com', roles: ['advertiser'] })).id);
  const { rows } = await db().$client.query<{ id: number }>(
    `insert into ad_videos (owner_id, duration_seconds, active, title, url, created_at) values ($1, 15, true, 'sale', 'https://cdn.example/a.mp4', now()) returning id`,
    [id],
  );
  mine = rows[0]?.id ?? 0;
});

beforeEach(async () => {
  await db().$client.query(
    'truncate events, event_deltas, summaries, day_totals, days, runs, settlement_lines, ad_video_views, contents cascade',
  );
  await db().$client.query(
    `insert into contents (id, title, kind, duration_seconds) overriding system value values (7, '=일곱', 'video', 900), (8, '여덟', 'video', 900)`,
  );
  await ensurePartitions({ from: addDays(PAST, -1), to: TODAY });
});

type Shown = { contentId?: number; viewer?: string; adVideoId?: number | null; atMs?: number };

/** Ad views of the first slot, stored without a verdict: the run of the day judges them. */
async function show(day: Day, shown: Shown[]): Promise<void> {
  const noon = seoul.startOf(day).getTime() + 1000;
  const arrivals = shown.map(({ contentId = 7, viewer = `m:${randomUUID()}`, adVideoId = mine, atMs = noon }) => ({
    candidate: {
      index: 0,
      id: randomUUID(),
      type: 'ad-view' as const,
      contentId,
      day,
      viewer,
      atMs,
      adVideoId,
      ownerMemberId: null,
      adPositionSeconds: 300,
    },
    reason: null,
  }));
  await insertEvents(ingestDb().$client, arrivals, { rejected: new Map(), duplicates: 0 });
}

const ask = (query = '', headers = nara, id = mine) =>
  call(GET, { path: `/api/v1/ad-videos/${id}/report?${query}`, params: { id: String(id) }, headers: headers ?? {} });
const report = async (query = '') => (await ask(query)).json as AdVideoReport;
const kept = async () =>
  (await db().$client.query('select day, content_id as c, views from ad_video_views order by 1, 2')).rows;

test('counted views by day and by video, from the log while a day is open and kept once it is settled', async () => {
  await show(PAST, [{}, {}, { contentId: 8 }, { adVideoId: null }, { adVideoId: mine + 999 }]);
  await show(TODAY, [{ contentId: 8 }]);
  const open = await report();
  expect(open).toMatchObject({ id: mine, title: 'sale', to: TODAY, views: 4, videoCount: 2 });
  expect(open.days).toHaveLength(30);
  expect(open.days.filter((day) => day.views > 0)).toEqual([
    { day: PAST, views: 3, final: false },
    { day: TODAY, views: 1, final: false },
  ]);
  expect(open.videos).toEqual([
    { contentId: 7, title: '=일곱', views: 2 },
    { contentId: 8, title: '여덟', views: 2 },
  ]);
  await settleDay(PAST, new Date(), priceDay);
  expect((await report()).days.at(-3)).toEqual({ day: PAST, views: 3, final: true });
  expect(await report(`from=${PAST}&to=${PAST}`)).toMatchObject({ views: 3 });
});

test('what the run of the day refuses is no view, run again changes nothing, and a late one is counted', async () => {
  const noon = seoul.startOf(PAST).getTime() + 1000;
  await show(PAST, [
    { viewer: 'm:ann', atMs: noon },
    { viewer: 'm:ann', atMs: noon + 29_999 },
  ]);
  expect((await report()).views).toBe(2);
  await settleDay(PAST, new Date(), priceDay);
  expect(await kept()).toEqual([{ day: PAST, c: 7, views: 1 }]);
  await settleDay(PAST, new Date(), priceDay);
  expect(await kept()).toEqual([{ day: PAST, c: 7, views: 1 }]);
  await show(PAST, [{}, { contentId: 8 }]);
  await settleDay(PAST, new Date(), priceDay);
  expect(await kept()).toEqual([
    { day: PAST, c: 7, views: 2 },
    { day: PAST, c: 8, views: 1 },
  ]);
  await db().$client.query('update events set viewer = $1 where content_id = 7', ['m:same']);
  await settleDay(PAST, new Date(), priceDay);
  expect((await kept())[0]).toEqual({ day: PAST, c: 7, views: 1 });
  await db().$client.query('update events set content_id = 7, viewer = $1, at = $2', ['m:same', new Date(noon)]);
  await settleDay(PAST, new Date(), priceDay);
  expect(await kept()).toEqual([{ day: PAST, c: 7, views: 1 }]);
});

test('a settled day that became dirty is counted from the log again', async () => {
  await show(PAST, [{}]);
  await settleDay(PAST, new Date(), priceDay);
  await show(PAST, [{}]);
  expect((await report()).days.at(-3)).toEqual({ day: PAST, views: 1, final: true });
  await db().$client.query('update days set dirty = true where day = $1', [PAST]);
  expect((await report()).days.at(-3)).toEqual({ day: PAST, views: 2, final: false });
});

test('the CSV tells the same, and a cell that begins like a formula is quoted', async () => {
  await show(TODAY, [{}, {}]);
  const answer = await GET(new Request(`http://boxoffice.test/?format=csv`, { headers: nara ?? {} }), {
    params: Promise.resolve({ id: String(mine) }),
  });
  expect(answer.headers.get('content-type')).toContain('text/csv');
  const text = await answer.text();
  expect(text).toContain(`views of the day,${TODAY},provisional,2`);
  expect(text).toContain(`views in the video,7,'=일곱,2`);
});

test('another advertiser’s report does not exist, and a wrong range says so', async () => {
  expect(await ask('', other)).toMatchObject({ status: 404, json: { code: 'streaming/ad-video-not-found' } });
  expect(await ask('from=2026-02-02&to=2026-02-01')).toMatchObject({
    status: 422,
    json: { code: 'streaming/range-reversed' },
  });
  expect(await ask('from=2024-01-01&to=2026-02-01')).toMatchObject({
    status: 422,
    json: { code: 'streaming/range-too-long' },
  });
});
