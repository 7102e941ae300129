import { expect, test } from 'vitest';
import { db } from '@/lib/platform/database';

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
