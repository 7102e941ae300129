import { expect, test } from 'vitest';
import { ensurePartitions } from '@/lib/events/ensure-partitions';
import { settleDay } from '@/lib/events/settle-day';
import type { Day } from '@/lib/kernel/day';
import { db } from '@/lib/platform/database';
import { priceDay } from '@/lib/settlement/price-day';
import { seedVideos } from './seed-videos';

const DAY = '2026-11-20' as Day;
const LATER = new Date('2026-11-21T00:10:00+09:00');
const query = async (text: string) => (await db().$client.query(text)).rows;

test('the same numbers make the same videos and events, in the day, and a run of it pays for every video', async () => {
  await ensurePartitions({ from: '2026-11-19' as Day, to: DAY });
  const made = [];
  for (let n = 0; n < 2; n++) {
    await db().$client.query('truncate events, contents, content_owners, days restart identity cascade');
    await seedVideos({ videos: 500, events: 4000, day: DAY });
    made.push(await query('select * from events order by content_id, id'));
  }
  expect(made[0]).toHaveLength(4000);
  expect(made[1]).toEqual(made[0]);
  const { counted, changed } = await settleDay(DAY, LATER, priceDay);
  expect(counted).toBeLessThan(4000);
  expect(changed).toBe(4000 - counted); // repetitions and the creators' own playback
  const [{ lines, owned, late }] = await query(
    `select count(*)::int as lines, count(creator_id)::int as owned, (select count(*)::int from events where (at at time zone 'Asia/Seoul')::date <> day) as late from settlement_lines`,
  );
  expect({ owned, late }).toEqual({ owned: lines, late: 0 });
  expect(lines).toBeGreaterThan(490);
});

test('a closed day is refused', async () => {
  await db().$client.query(`update days set state = 'closed' where day = $1`, [DAY]);
  await expect(seedVideos({ videos: 1, events: 4, day: DAY })).rejects.toThrow('closed');
});
