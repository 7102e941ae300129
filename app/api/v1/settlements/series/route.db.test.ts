import { beforeAll, expect, test } from 'vitest';
import { call } from '@/lib/http/testing/call';
import { db } from '@/lib/platform/database';
import type { Series } from '@/lib/settlement/line-schema';
import { makePeople } from '@/lib/settlement/testing/people';
import { countOn, settle } from '@/lib/settlement/testing/settle';
import { GET as settlements } from '../route';
import { GET } from './route';

type Headers = Record<string, string>;
let [key, ann, boss, member]: Headers[] = [];
let [annId, bobId] = [0, 0];
const query = (text: string, values: unknown[] = []) => db().$client.query(text, values);

beforeAll(async () => {
  ({ key, ann, boss, member, annId, bobId } = await makePeople());
  await query(
    `insert into contents (title, kind, duration_seconds) select 'video ' || n, 'video', 600 from generate_series(1, 3) n`,
  );
  await query(`insert into content_owners values (1, '2000-01-01', $1), (2, '2000-01-01', $1), (3, '2000-01-01', $2)`, [
    annId,
    bobId,
  ]);
  await countOn('2026-11-01', 1, 100, 3);
  await settle('2026-11-01');
  await query(`update days set state = 'closed'`);
  await countOn('2026-11-01', 1, 110);
  await query('update days set owed = true');
  await countOn('2026-11-02', 1, 50);
  await countOn('2026-11-02', 2, 7, 1);
  await countOn('2026-11-02', 3, 1000);
  await settle('2026-11-02');
  await countOn('2026-11-09', 3, 5);
  await settle('2026-11-09');
});

const ask = (search: string, headers = key) =>
  call(GET, { path: `/api/v1/settlements/series?${search}`, ...(headers && { headers }) });
const got = async (search: string, headers = key) => (await ask(search, headers)).json as Series;
const code = (answer: { status: number; json: unknown }) => [answer.status, (answer.json as { code?: string }).code];

test('days: every one of the range, what is closed, and adjustments told apart', async () => {
  const series = await got('from=2026-11-01&to=2026-11-03', ann);
  const nothing = { views: 0, adViews: 0, video: 0, ad: 0, total: 0, adjustments: 0, closed: 0, final: false };
  expect(series).toEqual({
    period: 'day',
    from: '2026-11-01',
    to: '2026-11-03',
    totals: { views: 167, adViews: 4, video: 167, ad: 40, total: 207, adjustments: 10, closed: 130 },
    items: [
      {
        ...{ from: '2026-11-01', to: '2026-11-01', views: 100, adViews: 3, video: 100, ad: 30, total: 130 },
        ...{ adjustments: 0, closed: 130, final: true },
      },
      {
        ...{ from: '2026-11-02', to: '2026-11-02', views: 67, adViews: 1, video: 67, ad: 10, total: 77 },
        ...{ adjustments: 10, closed: 0, final: false },
      },
      { from: '2026-11-03', to: '2026-11-03', ...nothing },
    ],
  });
});

test('weeks and months are whole, and each agrees with the settlement of its period', async () => {
  for (const period of ['week', 'month']) {
    const { from, to, items } = await got(`period=${period}&from=2026-11-01&to=2026-11-09&creatorId=${bobId}`);
    expect([from, to]).toEqual(period === 'week' ? ['2026-10-26', '2026-11-15'] : ['2026-11-01', '2026-11-30']);
    for (const item of items) {
      const path = `/api/v1/settlements?period=${period}&date=${item.from}&creatorId=${bobId}`;
      const { json } = await call(settlements, { path, headers: key ?? {} });
      expect(json).toMatchObject({ totals: { video: item.video, ad: item.ad, total: item.total }, final: item.final });
    }
    expect(items.reduce((sum, item) => sum + item.total, 0)).toBe(1005);
  }
});

test('a period is final once its days are closed; days from before the first one have nothing to come', async () => {
  const finals = async (search: string) => (await got(search)).items.map((item) => item.final);
  expect(await finals('from=2026-10-30&to=2026-11-03')).toEqual([true, true, true, false, false]);
  expect(await finals('period=week&from=2026-10-26&to=2026-11-02')).toEqual([true, false]);
});

test("a creator sees their own; another's is not there, but for an admin, who sees everybody's without a name", async () => {
  expect((await got('from=2026-11-01&to=2026-11-09', ann)).totals.total).toBe(207);
  const other = await ask(`from=2026-11-01&to=2026-11-09&creatorId=${bobId}`, ann);
  expect(code(other)).toEqual([404, 'settlement/creator-not-found']);
  expect((await got(`from=2026-11-01&to=2026-11-09&creatorId=${bobId}`, boss)).totals.total).toBe(1005);
  expect((await got('from=2026-11-01&to=2026-11-09', boss)).totals.total).toBe(1212);
});

test('wants the scope, or a role that has it', async () => {
  expect(code(await ask('from=2026-11-01&to=2026-11-09', member))).toEqual([403, 'accounts/missing-scope']);
});

test.each([
  'from=2026-11-02&to=2026-11-01',
  'from=2020-01-01&to=2026-11-01',
  'from=2026-02-30&to=2026-11-01',
  'to=2026-11-01',
  'from=2026-11-01&to=2026-11-01&period=year',
])('refuses %s', async (search) => {
  expect((await ask(search)).status).toBe(422);
});
