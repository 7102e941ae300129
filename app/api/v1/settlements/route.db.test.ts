import { beforeAll, expect, test } from 'vitest';
import { bearer, call } from '@/lib/http/testing/call';
import { db } from '@/lib/platform/database';
import type { Settlement } from '@/lib/settlement/schema';
import { makePeople } from '@/lib/settlement/testing/people';
import { GET } from './route';

type Headers = Record<string, string>;
let [key, ann, boss, member]: Headers[] = [];
let [annId, bobId] = [0, 0];

beforeAll(async () => {
  ({ key, ann, boss, member, annId, bobId } = await makePeople());
  await db().$client.query(
    `insert into contents (title, kind, duration_seconds) select 'video ' || n, 'video', 600 from generate_series(1, 3) n`,
  );
  for (const [content, creator, day, forDay, from, to] of [
    [1, annId, '2026-11-02', '2026-11-02', 0, 100],
    [1, annId, '2026-11-03', '2026-11-03', 100, 150],
    [1, annId, '2026-11-03', '2026-11-02', 150, 140],
    [2, annId, '2026-11-03', '2026-11-03', 0, 7],
    [3, bobId, '2026-11-08', '2026-11-08', 0, 1000],
    [3, bobId, '2026-11-09', '2026-11-09', 1000, 1001],
  ] as const)
    await db().$client.query(
      `insert into settlement_lines (content_id, creator_id, views_before, views_after, ad_views_before, ad_views_after,
         video_tenths, ad_tenths, video_won, ad_won, tariff_version, day, for_day)
       values ($1, $2, $5::int, $6::int, 0, 0, 10 * ($6::int - $5::int), 0, $6::int - $5::int, 0, 1, $3, $4)`,
      [content, creator, day, forDay, from, to],
    );
  await db().$client.query(`insert into days (day, state) values ('2026-11-02', 'closed'), ('2026-11-03', 'settled')`);
});

const ask = (query: string, headers = key) =>
  call(GET, { path: `/api/v1/settlements?${query}`, ...(headers && { headers }) });
const got = async (query: string, headers = key) => (await ask(query, headers)).json as Settlement;
const code = (answer: { status: number; json: unknown }) => [answer.status, (answer.json as { code?: string }).code];

test('a week is the sum of its days, video by video, with its adjustments', async () => {
  const week = await got(`period=week&date=2026-11-05&creatorId=${annId}`);
  expect(week).toMatchObject({ period: 'week', from: '2026-11-02', to: '2026-11-08', final: false, nextCursor: null });
  expect(week.totals).toEqual({ video: 147, ad: 0, total: 147 });
  const none = { adViews: 0, adAmount: 0 };
  expect(week.items).toEqual([
    {
      ...{ contentId: 1, title: 'video 1', views: 140, videoAmount: 140, total: 140, ...none },
      adjustments: [{ day: '2026-11-03', forDay: '2026-11-02', views: -10, videoAmount: -10, total: -10, ...none }],
    },
    { contentId: 2, title: 'video 2', views: 7, videoAmount: 7, total: 7, ...none, adjustments: [] },
  ]);
});

test('totals are of all items on every page, and pages follow each other', async () => {
  const first = await got('period=month&date=2026-11-30&limit=2');
  const second = await got(`period=month&date=2026-11-30&limit=2&cursor=${first.nextCursor}`);
  expect([...first.items, ...second.items].map((item) => item.contentId)).toEqual([1, 2, 3]);
  expect([first.totals.total, second.totals.total, second.nextCursor]).toEqual([1148, 1148, null]);
});

test('a day is final once it is closed', async () => {
  expect(await got('date=2026-11-02')).toMatchObject({ period: 'day', final: true, totals: { total: 100 } });
  expect(await got('date=2026-11-03')).toMatchObject({ final: false });
});

test("a creator sees their own; another's is not there, but for an admin", async () => {
  expect((await got('period=month&date=2026-11-01', ann)).totals.total).toBe(147);
  expect((await got(`period=month&date=2026-11-01&creatorId=${annId}`, ann)).totals.total).toBe(147);
  expect(code(await ask(`period=month&date=2026-11-01&creatorId=${bobId}`, ann))).toEqual([
    404,
    'settlement/creator-not-found',
  ]);
  expect((await got(`period=month&date=2026-11-01&creatorId=${bobId}`, boss)).totals.total).toBe(1001);
  expect((await got('period=month&date=2026-11-01', boss)).totals.total).toBe(1148);
});

test('wants the scope, or a role that has it', async () => {
  expect(code(await ask('date=2026-11-01', member))).toEqual([403, 'accounts/missing-scope']);
  const { authorization } = await bearer(['stats:read']);
  expect(code(await ask('date=2026-11-01', { authorization }))).toEqual([403, 'accounts/missing-scope']);
});

test.each([
  'date=2026-02-30',
  'period=year&date=2026-11-01',
  'date=2026-11-01&cursor=x',
  'date=2026-11-01&creatorId=-1',
  'period=day',
])('refuses %s', async (query) => {
  expect((await ask(query)).status).toBe(422);
});
