import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { ensurePartitions } from '@/lib/events/ensure-partitions';
import { foldDeltas } from '@/lib/events/fold-deltas';
import { recordEvents } from '@/lib/events/record-events';
import { addDays, type Day } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { db } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { getStats } from './get-stats';
import { listHours } from './list-hours';

const SOURCE = { keyId: 1, trusted: true, memberId: null, address: '203.0.113.1', userAgent: null };
const zone = 'Asia/Seoul';

afterEach(() => {
  env().BUSINESS_TIME_ZONE = zone;
});

/** Records a click at each instant and counts them, with the books in another zone. */
async function countIn(other: string, day: Day, instants: string[]): Promise<void> {
  env().BUSINESS_TIME_ZONE = other;
  await db().$client.query('truncate events, event_deltas, summaries, day_totals, days');
  await ensurePartitions({ from: addDays(day, -1), to: addDays(day, 1) });
  const { rows } = await db().$client.query<{ id: number }>(
    `insert into contents (title, kind) values ('a', 'article') returning id`,
  );
  const events = instants.map((at) => ({
    id: randomUUID(),
    type: 'click',
    contentId: rows[0]?.id,
    viewerId: randomUUID(),
    at,
  }));
  const receipt = await recordEvents(events, SOURCE, calendar().endOf(day));
  expect(receipt.counted).toBe(instants.length);
  await foldDeltas();
}

const clicks = async (from: Day, to: Day) =>
  (await getStats({ from, to, group: 'day' })).items.map((item) => item.clicks);

test.each([
  ['Asia/Seoul', '2026-11-20', '2026-11-19T15:00:00.000Z', '2026-11-20T14:59:59.999Z', 24],
  ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T21:59:59.999Z', 23],
  ['Europe/Berlin', '2026-10-25', '2026-10-24T22:00:00.000Z', '2026-10-25T22:59:59.999Z', 25],
  ['Asia/Kolkata', '2026-11-20', '2026-11-19T18:30:00.000Z', '2026-11-20T18:29:59.999Z', 24],
  ['America/New_York', '2026-12-31', '2026-12-31T05:00:00.000Z', '2027-01-01T04:59:59.999Z', 24],
] as const)('in %s the day %s runs from %s to %s and has its hours', async (other, text, first, last, hours) => {
  const day = text as Day;
  const before = new Date(Date.parse(first) - 1).toISOString();
  await countIn(other, day, [before, first, last]);
  expect(await clicks(addDays(day, -1), addDays(day, 1))).toEqual([1, 2, 0]);
  const { items } = await listHours({ day });
  expect(items).toHaveLength(hours);
  expect([items[0]?.clicks, items.at(-1)?.clicks]).toEqual([1, 1]);
});
