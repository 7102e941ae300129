import { beforeEach, expect, test } from 'vitest';
import { addDays, type Day } from '@/lib/kernel/day';
import { db } from '@/lib/platform/database';
import { settleLines } from './settle-lines';

const query = (text: string, values: unknown[] = []) => db().$client.query(text, values);
const FIRST = '2026-11-01' as Day;
const day = (n: number) => addDays(FIRST, n);

beforeEach(async () => {
  await query(
    'truncate contents, content_owners, summaries, days, settlement_lines, settlement_creator_days restart identity cascade',
  );
  await query(
    `insert into contents (title, kind, duration_seconds) select 'v', 'video', 600 from generate_series(1, 4)`,
  );
  await query(`insert into content_owners values (1, '2000-01-01', 7), (2, '2000-01-01', 7), (3, '2000-01-01', 8)`);
});

const count = (n: number, contentId: number, views: number, adViews = 0) =>
  query(
    `insert into summaries (grain, start_on, content_id, views, ad_views) values ('d', $1, $2, $3, $4)
     on conflict (grain, start_on, content_id) do update set views = excluded.views, ad_views = excluded.ad_views`,
    [day(n), contentId, views, adViews],
  ).then(() => query(`update days set owed = true where day = $1 and state = 'closed'`, [day(n)]));

async function run(n: number): Promise<void> {
  const client = await db().$client.connect();
  await client.query('begin');
  await client.query(`insert into days (day, state) values ($1, 'settled') on conflict (day) do nothing`, [day(n)]);
  await settleLines(client, day(n));
  await client.query('commit');
  client.release();
}

const sums = async () =>
  (
    await query(
      'select day, creator_id as creator, videos, views, ad_views as ads, video_won as video, ad_won as ad, adjusted_won as adjusted from settlement_creator_days order by day, creator_id',
    )
  ).rows;

const ofLines = async () =>
  (
    await query(
      `select day, coalesce(creator_id, 0) as creator, sum(views_after - views_before)::bigint as views, sum(video_won)::bigint as video,
         sum(ad_won)::bigint as ad from settlement_lines group by 1, 2 order by 1, 2`,
    )
  ).rows;

test('the sums of a day are those of its lines, creator by creator; videos without one are nobody', async () => {
  await count(0, 1, 10, 2);
  await count(0, 2, 5);
  await count(0, 3, 7);
  await count(0, 4, 1);
  await run(0);
  const none = { ads: 0, ad: 0, adjusted: 0 };
  expect(await sums()).toEqual([
    { day: FIRST, creator: 0, videos: 1, views: 1, video: 1, ...none },
    { day: FIRST, creator: 7, videos: 2, views: 15, ads: 2, video: 15, ad: 20, adjusted: 0 },
    { day: FIRST, creator: 8, videos: 1, views: 7, video: 7, ...none },
  ]);
});

test('an adjustment is counted in and told apart, in the day that pays it', async () => {
  await count(0, 1, 10);
  await run(0);
  await query(`update days set state = 'closed' where day = $1`, [FIRST]);
  await count(0, 1, 13);
  await count(1, 2, 4);
  await run(1);
  expect(await sums()).toMatchObject([
    { day: FIRST, video: 10, adjusted: 0 },
    { day: day(1), videos: 1, views: 7, video: 7, adjusted: 3 },
  ]);
});

test('sums follow when counts change, are taken away, or another day is priced again', async () => {
  for (const [n, contentId] of [
    [0, 1],
    [0, 3],
    [1, 1],
    [1, 3],
  ] as const)
    await count(n, contentId, 60_000);
  for (const n of [0, 1]) await run(n);
  await count(0, 1, 90_000);
  await query(`update summaries set views = 0 where content_id = 3 and start_on = $1`, [FIRST]);
  await run(0);
  expect((await sums()).map(({ day, creator, views, video, ad }) => ({ day, creator, views, video, ad }))).toEqual(
    await ofLines(),
  );
  expect(await sums()).toHaveLength(3);
});
