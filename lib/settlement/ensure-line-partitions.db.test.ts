import { expect, test } from 'vitest';
import type { Day } from '@/lib/kernel/day';
import { db } from '@/lib/platform/database';
import { ensureLinePartitions } from './ensure-line-partitions';

const query = (text: string) => db().$client.query(text);
const RANGE = { from: '2026-11-29' as Day, to: '2026-12-06' as Day };

test('each month gets a partition, and lines that were there before move into it, closed or not', async () => {
  await query(`insert into settlement_lines values
    (1, null, 0, 1, 0, 0, 10, 0, 1, 0, 1, '2026-11-30', '2026-11-30'), (1, null, 1, 2, 0, 0, 10, 0, 1, 0, 1, '2026-12-01', '2026-11-30')`);
  await query(`insert into days (day, state) values ('2026-11-30', 'closed')`);
  await Promise.all([ensureLinePartitions(RANGE), ensureLinePartitions(RANGE)]);
  expect((await query('select tableoid::regclass::text as name, day from settlement_lines order by day')).rows).toEqual(
    [
      { name: 'settlement_lines_p202611', day: '2026-11-30' },
      { name: 'settlement_lines_p202612', day: '2026-12-01' },
    ],
  );
  await expect(query('update settlement_lines set ad_won = 5')).rejects.toThrow('2026-11-30 are closed');
});
