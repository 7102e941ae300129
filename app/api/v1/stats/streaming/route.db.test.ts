import { beforeAll, expect, test } from 'vitest';
import { makeUser, signedIn } from '@/db/builders/people';
import type { Top } from '@/lib/dashboard/schema';
import type { IncreaseList, StreamingStats, WatchedVideoList } from '@/lib/dashboard/streaming-schema';
import { bearer, call } from '@/lib/http/testing/call';
import { db } from '@/lib/platform/database';
import { GET as increase } from '../increase/route';
import { GET as top } from '../top/route';
import { GET as videos } from '../videos/route';
import { GET as streaming } from './route';

type Headers = Record<string, string>;
let [key, kim, lee, boss, bora]: Headers[] = [];

// Monday 16 to Sunday 22 November 2026, and the week before.
beforeAll(async () => {
  key = { authorization: (await bearer(['stats:read'])).authorization };
  const person = async (email: string, roles: ('admin' | 'creator')[]) => (await makeUser(db(), { email, roles })).id;
  const [kimId, leeId] = [await person('kim@example.com', ['creator']), await person('lee@example.com', ['creator'])];
  kim = await signedIn(db(), kimId);
  lee = await signedIn(db(), leeId);
  boss = await signedIn(db(), await person('boss@example.com', ['admin']));
  bora = await signedIn(db(), await person('bora@example.com', []));
  const query = (text: string, values: unknown[] = []) => db().$client.query(text, values);
  await query(
    `insert into contents (id, title, kind, duration_seconds, creator_id, opening_views, opening_ad_views) overriding system value values
      (1, '하나', 'video', 600, $1, 1000, 100), (2, '둘', 'video', 60, $1, 0, 0), (3, '셋', 'video', 60, $2, 0, 0), (4, '글', 'article', null, $1, 0, 0)`,
    [kimId, leeId],
  );
  await query(
    `insert into summaries (grain, start_on, content_id, views, ad_views, repeat_view, rapid_repeat) values
      ('d', '2026-11-13', 1, 5, 1, 0, 0), ('d', '2026-11-16', 1, 10, 2, 3, 9), ('d', '2026-11-18', 1, 7, 0, 0, 0), ('d', '2026-11-18', 2, 17, 0, 0, 0),
      ('d', '2026-11-18', 3, 99, 9, 0, 0), ('w', '2026-11-09', 1, 5, 1, 0, 0), ('w', '2026-11-16', 1, 17, 2, 3, 9), ('w', '2026-11-16', 2, 17, 0, 0, 0),
      ('w', '2026-11-16', 3, 99, 9, 0, 0), ('d', '2026-11-18', 4, 50, 0, 0, 0)`,
  );
  await query(
    `insert into day_totals (day, views, ad_views, repeat_view) values ('2026-11-13', 5, 1, 0), ('2026-11-16', 10, 2, 3), ('2026-11-18', 173, 9, 0)`,
  );
  await query(
    `insert into watch_times (grain, start_on, content_id, milliseconds, unfolded_milliseconds) values
      ('d', '2026-11-16', 1, 1900, 0), ('d', '2026-11-18', 1, 1900, 900), ('d', '2026-11-18', 3, 60000, 0),
      ('w', '2026-11-16', 1, 2900, 0), ('w', '2026-11-16', 3, 60000, 0)`,
  );
  await query(`insert into watch_day_totals values ('2026-11-16', 1900), ('2026-11-18', 61000)`);
  await query(
    `insert into days (day, state, dirty) values ('2026-11-13', 'closed', false), ('2026-11-16', 'settled', false), ('2026-11-17', 'settled', false), ('2026-11-18', 'settled', true)`,
  );
});

const WEEK = 'from=2026-11-16&to=2026-11-22';
const ask = (door: typeof top, query: string, headers = kim) =>
  call(door, { path: `/x?${query}`, headers: headers ?? {} });
const stats = async (query: string, headers = kim) => (await ask(streaming, query, headers)).json as StreamingStats;

test('a creator sees their own videos alone, an admin and a program all', async () => {
  const mine = await stats(WEEK);
  expect(mine.items).toHaveLength(7);
  expect(mine.items[2]).toEqual({ day: '2026-11-18', views: 24, adViews: 0, watchSeconds: 1, final: false });
  expect(mine.items[0]).toMatchObject({ views: 10, final: true });
  expect(mine.totals).toEqual({ views: 34, adViews: 2, watchSeconds: 3, refused: { 'repeat-view': 3 } });
  expect((await stats(WEEK, lee)).totals).toMatchObject({ views: 99, watchSeconds: 60 });
  // What is not folded yet is there all the same.
  for (const all of [boss, key])
    expect((await stats(WEEK, all)).totals).toEqual({
      views: 183,
      adViews: 11,
      watchSeconds: 63,
      refused: { 'repeat-view': 3 },
    });
  expect((await stats(`${WEEK}&group=week`)).items).toEqual([
    { day: '2026-11-16', views: 34, adViews: 2, watchSeconds: 3, final: false },
  ]);
});

test('one video, and not another creator’s', async () => {
  expect((await stats(`${WEEK}&contentId=2`)).totals).toMatchObject({ views: 17 });
  for (const door of [streaming, increase])
    expect(await ask(door, `${WEEK}&contentId=3`)).toMatchObject({ status: 404, json: { code: 'content/not-found' } });
  expect((await ask(streaming, `${WEEK}&contentId=4`)).status).toBe(404);
  expect((await ask(streaming, `${WEEK}&contentId=3`, boss)).status).toBe(200);
});

test('what each week added: after is before plus the increase, and the week before is beside it', async () => {
  const { items } = (await ask(increase, 'contentId=1&period=week&from=2026-11-10&to=2026-11-18')).json as IncreaseList;
  expect(items).toEqual([
    {
      from: '2026-11-09',
      to: '2026-11-15',
      final: false,
      views: { before: 1000, after: 1005, increase: 5, previousIncrease: 0 },
      adViews: { before: 100, after: 101, increase: 1, previousIncrease: 0 },
      watchSeconds: { before: 0, after: 0, increase: 0, previousIncrease: 0 },
    },
    {
      from: '2026-11-16',
      to: '2026-11-22',
      final: false,
      views: { before: 1005, after: 1022, increase: 17, previousIncrease: 5 },
      adViews: { before: 101, after: 103, increase: 2, previousIncrease: 1 },
      watchSeconds: { before: 0, after: 3, increase: 3, previousIncrease: 0 },
    },
  ]);
  const days = (await ask(increase, 'contentId=1&from=2026-11-16&to=2026-11-18')).json as IncreaseList;
  expect(days.items.map(({ views, final }) => [views.before, views.increase, views.previousIncrease, final])).toEqual([
    [1005, 10, 0, true],
    [1015, 0, 10, true],
    [1015, 7, 0, false],
  ]);
  const month = (await ask(increase, 'contentId=1&period=month&from=2026-11-16&to=2026-11-18')).json as IncreaseList;
  expect(month.items).toMatchObject([{ from: '2026-11-01', to: '2026-11-30', views: { before: 1000, after: 1022 } }]);
});

test('the top of one’s own is ranked among one’s own, ties by the lower id; only an admin sees all', async () => {
  const ids = async (query: string, headers = kim) =>
    ((await ask(top, query, headers)).json as Top).items.map(({ rank, contentId, value }) => [rank, contentId, value]);
  const views = 'by=views&period=week&date=2026-11-18';
  expect(await ids(views)).toEqual([
    [1, 1, 17],
    [2, 2, 17],
  ]);
  expect(await ids(`${views}&scope=mine`)).toEqual([
    [1, 1, 17],
    [2, 2, 17],
  ]);
  expect(await ids(views, boss)).toEqual([
    [1, 3, 99],
    [2, 1, 17],
    [3, 2, 17],
  ]);
  expect(await ids(`${views}&scope=mine`, boss)).toEqual([]);
  expect(await ids('by=watch-time&period=week&date=2026-11-18')).toEqual([[1, 1, 2]]);
  expect(await ids('by=watch-time&period=week&date=2026-11-18', lee)).toEqual([[1, 3, 60]]);
  expect(await ask(top, `${views}&scope=all`)).toMatchObject({ status: 403, json: { code: 'accounts/missing-scope' } });
  expect(await ask(top, `${views}&scope=mine`, key)).toMatchObject({
    status: 422,
    json: { code: 'dashboard/nobodys-own' },
  });
});

test('one’s own videos, page by page, with what was watched of them', async () => {
  const list = async (query: string, headers = kim) => (await ask(videos, query, headers)).json as WatchedVideoList;
  const first = await list(`${WEEK}&limit=1`);
  expect(first.items).toEqual([
    { id: 2, title: '둘', durationSeconds: 60, archived: false, views: 17, adViews: 0, watchSeconds: 0 },
  ]);
  const second = await list(`${WEEK}&limit=1&cursor=${first.nextCursor}`);
  expect(second).toMatchObject({ items: [{ id: 1, views: 17, adViews: 2, watchSeconds: 3 }], nextCursor: null });
  expect((await list(WEEK, boss)).items.map(({ id }) => id)).toEqual([3, 2, 1]);
  expect((await list(`${WEEK}&search=${encodeURIComponent('하나')}`)).items.map(({ id }) => id)).toEqual([1]);
});

test('a member without the role sees none of it, and a range that is backwards says so', async () => {
  for (const door of [streaming, increase, videos, top]) {
    expect((await ask(door, `${WEEK}&contentId=1&date=2026-11-18`, bora)).status).toBe(403);
    expect((await ask(door, `${WEEK}&contentId=1&date=2026-11-18`, {})).status).toBe(401);
  }
  for (const door of [streaming, increase, videos])
    expect(await ask(door, 'contentId=1&from=2026-11-02&to=2026-11-01')).toMatchObject({
      status: 422,
      json: { code: 'dashboard/wrong-range' },
    });
});
