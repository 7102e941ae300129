import { expect, test } from 'vitest';
import type { Day } from '@/lib/kernel/day';
import { db } from '@/lib/platform/database';
import { listTop } from './list-top';

test.each(['clicks', '(likes - unlikes)', 'views'])(
  'the top by %s is read from its index, in its order',
  async (value) => {
    await db().$client.query(
      `insert into summaries (grain, start_on, content_id, clicks, likes, views) select 'd', '2026-11-20', n, n, n, n from generate_series(1, 20000) n`,
    );
    await db().$client.query('analyze summaries');
    const { rows } = await db().$client.query<{ 'QUERY PLAN': string }>(
      `explain select content_id from summaries where grain = 'd' and start_on = '2026-11-20' and ${value} > 0 order by ${value} desc, content_id limit 5`,
    );
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toMatch(/Index.* Scan using summaries_(clicks|likes|views)_idx/);
    expect(plan).not.toContain('Sort');
    await db().$client.query('truncate summaries');
  },
);

test('the top by watch time ranks by milliseconds and shows seconds, beside the period before', async () => {
  await db().$client.query(
    `insert into watch_times (grain, start_on, content_id, milliseconds) values
      ('w', '2026-11-16', 3, 5900), ('w', '2026-11-16', 1, 5100), ('w', '2026-11-16', 2, 5100), ('w', '2026-11-16', 4, 70000),
      ('w', '2026-11-09', 1, 9000), ('d', '2026-11-16', 9, 99000), ('m', '2026-11-01', 9, 99000)`,
  );
  const { from, to, items } = await listTop({ by: 'watch-time', period: 'week', date: '2026-11-20' as Day, limit: 3 });
  expect([from, to]).toEqual(['2026-11-16', '2026-11-22']);
  expect(items.map((item) => [item.rank, item.contentId, item.value, item.previousValue])).toEqual([
    [1, 4, 70, 0],
    [2, 3, 5, 0],
    [3, 1, 5, 9],
  ]);
});

test('the top by watch time is read from its index, in its order', async () => {
  await db().$client.query(
    `insert into watch_times (grain, start_on, content_id, milliseconds) select 'd', '2026-11-20', n, n from generate_series(1, 20000) n`,
  );
  await db().$client.query('analyze watch_times');
  const { rows } = await db().$client.query<{ 'QUERY PLAN': string }>(
    `explain select content_id from watch_times where grain = 'd' and start_on = '2026-11-20' and milliseconds > 0 order by milliseconds desc, content_id limit 5`,
  );
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan).toMatch(/Index.* Scan using watch_times_top_idx/);
  expect(plan).not.toContain('Sort');
});
