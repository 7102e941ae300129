import { beforeEach, expect, test } from 'vitest';
import type { Day } from '@/lib/kernel/day';
import { db } from '@/lib/platform/database';
import { settleOwed } from './settle-owed';
import { countOn, settle } from './testing/settle';
import { TABLE_OF_AMOUNTS } from './testing/table-of-amounts';

const query = (text: string, values: unknown[] = []) => db().$client.query(text, values);
const d = (n: number) => `2026-11-0${n}` as Day;
const VIDEO = 1;

beforeEach(async () => {
  await query(
    'truncate contents, content_owners, summaries, days, event_deltas, settlement_lines restart identity cascade',
  );
  await query(`insert into contents (title, kind, duration_seconds) values ('v', 'video', 600), ('w', 'video', 600)`);
  await query(`insert into contents (title, kind) values ('a', 'article')`);
});

async function count(day: Day, views: number, adViews = 0, contentId = VIDEO): Promise<void> {
  await countOn(day, contentId, views, adViews);
  await query(`update days set owed = true where day = $1 and state = 'closed'`, [day]);
}

const close = (day: Day) => query(`update days set state = 'closed' where day = $1`, [day]);
const lines = async (columns: string) =>
  (await query(`select ${columns} from settlement_lines order by day, content_id, for_day = day desc, for_day`)).rows;
const SHORT = `to_char(day, 'DD') || '/' || to_char(for_day, 'DD') as d, views_before || '-' || views_after as v, video_won as won`;

// From opening totals and counts to lines.
test.each(TABLE_OF_AMOUNTS)(
  'rule 3: %i to %i is a line of %i won for views and %i for ad views',
  async (from, to, videoWon, adWon) => {
    await query('update contents set opening_views = $1, opening_ad_views = $1 where id = $2', [from, VIDEO]);
    await count(d(1), to - from, to - from);
    await settle(d(1));
    expect(await lines('views_before, views_after, ad_views_before, ad_views_after, video_won, ad_won')).toEqual([
      {
        views_before: from,
        views_after: to,
        ad_views_before: from,
        ad_views_after: to,
        video_won: videoWon,
        ad_won: adWon,
      },
    ]);
  },
);

test('only videos earn, and only those that were watched', async () => {
  await count(d(1), 5, 0, 3);
  await count(d(1), 0, 0, 2);
  await settle(d(1));
  expect(await lines(SHORT)).toEqual([]);
});

test('a line keeps the owner as of its own day, an adjustment too', async () => {
  await query(`insert into content_owners values (1, '2000-01-01', 7), (1, '2026-11-02', 8)`);
  for (const day of [1, 2]) await count(d(day), 10).then(() => settle(d(day)));
  await close(d(1));
  await count(d(1), 11);
  await settle(d(2));
  expect((await lines('creator_id as owner')).map((line) => line.owner)).toEqual([7, 8, 7]);
});

test('I7: a run again changes no line and no checksum', async () => {
  await count(d(1), 10, 3);
  expect(await settle(d(1))).toBe(1);
  const before = await query('select * from settlement_lines');
  const { rows } = await query('select lines_checksum from days');
  expect(await settle(d(1))).toBe(0);
  expect((await query('select * from settlement_lines')).rows).toEqual(before.rows);
  expect((await query('select lines_checksum from days')).rows).toEqual(rows);
});

test('an open day that changes moves the ordinals of the open days after it', async () => {
  for (const day of [1, 2, 3]) await count(d(day), 10).then(() => settle(d(day)));
  await count(d(1), 4);
  await settle(d(1));
  expect(await lines(SHORT)).toEqual([
    { d: '01/01', v: '0-4', won: 4 },
    { d: '02/02', v: '4-14', won: 10 },
    { d: '03/03', v: '14-24', won: 10 },
  ]);
});

test('I10: a late view of a closed day is one adjustment in the first open day, and stands once closed', async () => {
  for (const day of [1, 2, 3]) await count(d(day), 10).then(() => settle(d(day)));
  await close(d(1));
  await count(d(1), 12);
  expect(await settleOwed()).toBe(2);
  const expected = [
    { d: '01/01', v: '0-10', won: 10 },
    { d: '02/02', v: '10-20', won: 10 },
    { d: '02/01', v: '20-22', won: 2 },
    { d: '03/03', v: '22-32', won: 10 },
  ];
  expect(await lines(SHORT)).toEqual(expected);
  expect(await settleOwed()).toBe(0);
  await close(d(2));
  expect(await settleOwed()).toBe(0);
  expect(await lines(SHORT)).toEqual(expected);
  expect((await query('select from days where owed')).rows).toEqual([]);
});

test('a void of a closed day is a negative adjustment', async () => {
  for (const day of [1, 2]) await count(d(day), 10).then(() => settle(d(day)));
  await close(d(1));
  await count(d(1), 3);
  await settleOwed();
  expect((await lines(SHORT)).at(-1)).toEqual({ d: '02/01', v: '20-13', won: -7 });
});

test('a day that comes up before a closed one is paid as an adjustment', async () => {
  await count(d(2), 10).then(() => settle(d(2)));
  await close(d(2));
  await count(d(3), 1).then(() => settle(d(3)));
  await count(d(1), 5).then(() => settle(d(1)));
  expect((await lines(SHORT)).slice(1)).toEqual([
    { d: '03/03', v: '10-11', won: 1 },
    { d: '03/01', v: '11-16', won: 5 },
  ]);
});

test.each([
  ['update settlement_lines set video_won = video_won + 1'],
  ['delete from settlement_lines'],
  [
    `insert into settlement_lines select content_id + 1, creator_id, views_before, views_after, ad_views_before, ad_views_after,
     video_tenths, ad_tenths, video_won, ad_won, tariff_version, day, for_day from settlement_lines`,
  ],
])('I9: the database refuses to touch lines of a closed day: %s', async (statement) => {
  await count(d(1), 10).then(() => settle(d(1)));
  await close(d(1));
  await expect(query(statement)).rejects.toThrow('settlement lines of 2026-11-01 are closed');
});
