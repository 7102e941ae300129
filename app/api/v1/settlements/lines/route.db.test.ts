import { beforeAll, expect, test } from 'vitest';
import { makeUser, signedIn } from '@/db/builders/people';
import { call } from '@/lib/http/testing/call';
import { db } from '@/lib/platform/database';
import type { LineList } from '@/lib/settlement/line-schema';
import { makePeople } from '@/lib/settlement/testing/people';
import { countOn, settle } from '@/lib/settlement/testing/settle';
import { GET } from './route';

type Headers = Record<string, string>;
let [key, ann, bob, cem, boss, member]: Headers[] = [];
let [annId, bobId] = [0, 0];
const query = (text: string, values: unknown[] = []) => db().$client.query(text, values);

const count = (day: string, views: number, adViews?: number) => countOn(day, 1, views, adViews);

// Ann's video passes to Bob on the third; the first of the month is closed and gets a late view.
beforeAll(async () => {
  ({ key, ann, bob, boss, member, annId, bobId } = await makePeople());
  cem = await signedIn(db(), (await makeUser(db(), { email: 'cem@example.com', roles: ['creator'] })).id);
  await query(
    `insert into contents (title, kind, duration_seconds, opening_views) values ('one', 'video', 600, 99900), ('two', 'video', 600, 0)`,
  );
  await query(`insert into contents (title, kind) values ('text', 'article')`);
  await query(`insert into content_owners values (1, '2000-01-01', $1), (1, '2026-11-03', $2)`, [annId, bobId]);
  await count('2026-11-01', 150, 2);
  await settle('2026-11-01');
  await query(`update days set state = 'closed'`);
  await count('2026-11-01', 151);
  await query('update days set owed = true');
  await count('2026-11-02', 10);
  await settle('2026-11-02');
  await count('2026-11-03', 20);
  await settle('2026-11-03');
});

const MONTH = 'contentId=1&from=2026-11-01&to=2026-11-30';
const ask = (search: string, headers = key) =>
  call(GET, { path: `/api/v1/settlements/lines?${search}`, ...(headers && { headers }) });
const got = async (search: string, headers = key) => (await ask(search, headers)).json as LineList;
const code = (answer: { status: number; json: unknown }) => [answer.status, (answer.json as { code?: string }).code];

test('lines of a video: ordinals, tenths, won, tariff and owner of each day, the adjustment after the own line of its day', async () => {
  const { items, totals, tariffs, title } = await got(MONTH);
  expect(title).toBe('one');
  expect(totals).toEqual({ views: 181, adViews: 2, video: 189, ad: 20, total: 209, adjustments: 1 });
  expect(items.map((line) => [line.day, line.forDay, line.viewsBefore, line.viewsAfter, line.creator?.name])).toEqual([
    ['2026-11-01', '2026-11-01', 99_900, 100_050, 'Ann'],
    ['2026-11-02', '2026-11-02', 100_050, 100_060, 'Ann'],
    ['2026-11-02', '2026-11-01', 100_060, 100_061, 'Ann'],
    ['2026-11-03', '2026-11-03', 100_061, 100_081, 'Bob'],
  ]);
  expect(items[0]).toEqual({
    ...{ day: '2026-11-01', forDay: '2026-11-01', final: true, creator: { id: annId, name: 'Ann' }, tariffVersion: 1 },
    ...{
      viewsBefore: 99_900,
      viewsAfter: 100_050,
      adViewsBefore: 0,
      adViewsAfter: 2,
      videoTenths: 1551,
      adTenths: 200,
    },
    ...{ videoAmount: 155, adAmount: 20, total: 175 },
  });
  expect(tariffs).toMatchObject([
    { version: 1, video: [{ from: 1, tenths: 10 }, { from: 100_000, tenths: 11 }, {}, {}] },
  ]);
});

test('asked for the day that they are for, a closed day comes with what it was paid later', async () => {
  const { items, totals } = await got('contentId=1&from=2026-11-01&to=2026-11-01&by=for-day');
  expect(items.map((line) => [line.day, line.forDay])).toEqual([
    ['2026-11-01', '2026-11-01'],
    ['2026-11-02', '2026-11-01'],
  ]);
  expect([totals.views, totals.total]).toEqual([151, 176]);
});

test('pages follow each other, and totals are of all of them', async () => {
  const first = await got(`${MONTH}&limit=2`);
  const second = await got(`${MONTH}&limit=2&cursor=${first.nextCursor}`);
  expect([...first.items, ...second.items]).toEqual((await got(MONTH)).items);
  expect([second.totals.total, second.nextCursor]).toEqual([209, null]);
});

test('each owner sees the lines that were theirs', async () => {
  expect((await got(MONTH, ann)).items.map((line) => line.day)).toEqual(['2026-11-01', '2026-11-02', '2026-11-02']);
  const bobs = await got(MONTH, bob);
  expect(bobs.items.map((line) => [line.day, line.viewsBefore])).toEqual([['2026-11-03', 100_061]]);
  expect(bobs.totals.total).toBe(22);
  expect((await got(MONTH, boss)).items).toHaveLength(4);
});

test("another creator's video is not there, nor is one that does not exist or is no video", async () => {
  const gone = [404, 'settlement/video-not-found'];
  expect(code(await ask(MONTH, cem))).toEqual(gone);
  expect(code(await ask('contentId=2&from=2026-11-01&to=2026-11-30', ann))).toEqual(gone);
  for (const id of [3, 99]) expect(code(await ask(`contentId=${id}&from=2026-11-01&to=2026-11-30`))).toEqual(gone);
});

test('a video without a line in the range has an empty list', async () => {
  expect(await got('contentId=2&from=2026-11-01&to=2026-11-30')).toMatchObject({ items: [], tariffs: [] });
});

test('wants the scope, or a role that has it', async () => {
  expect(code(await ask(MONTH, member))).toEqual([403, 'accounts/missing-scope']);
});

test.each([
  'contentId=1&from=2026-11-02&to=2026-11-01',
  'contentId=x&from=2026-11-01&to=2026-11-02',
  'from=2026-11-01&to=2026-11-02',
  `${MONTH}&cursor=x`,
])('refuses %s', async (search) => {
  expect((await ask(search)).status).toBe(422);
});
