import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { closeDays } from '@/lib/events/close-days';
import { ensurePartitions } from '@/lib/events/ensure-partitions';
import { runDaily } from '@/lib/events/run-daily';
import { settleDay } from '@/lib/events/settle-day';
import { insertEvents } from '@/lib/events/store';
import { addDays, type Day } from '@/lib/kernel/day';
import { db, ingestDb } from '@/lib/platform/database';
import { payLateEvents } from './pay-late-events';
import { priceDay } from './price-day';

const DAY = '2026-11-20' as Day;
const NEXT = addDays(DAY, 1);
const at = (text: string) => new Date(`${text}+09:00`);
const LATER = at('2026-11-22T00:10:00');
const query = (text: string, values: unknown[] = []) => db().$client.query(text, values);

beforeEach(async () => {
  await query('truncate events, event_deltas, summaries, day_totals, days, runs, settlement_lines, contents cascade');
  await query(
    `insert into contents (id, title, kind, duration_seconds, opening_views) overriding system value values (7, 'v', 'video', 600, 99999)`,
  );
  await ensurePartitions({ from: DAY, to: addDays(DAY, 3) });
});

async function view(text: string, viewer: string): Promise<void> {
  const day = text.slice(0, 10) as Day;
  const rest = { ownerMemberId: null, adPositionSeconds: null, adVideoId: null };
  const candidate = { index: 0, id: randomUUID(), type: 'view' as const, contentId: 7, day, viewer, ...rest };
  const tally = { rejected: new Map(), duplicates: 0 };
  await insertEvents(
    ingestDb().$client,
    [{ candidate: { ...candidate, atMs: at(text).getTime() }, reason: null }],
    tally,
  );
}

const lines = async () =>
  (
    await query(
      'select day, for_day as for, views_before as before, views_after as after, video_tenths as tenths from settlement_lines order by day, for_day = day desc',
    )
  ).rows;

test('a run of a day judges, sums and prices it in one transaction, and records how long each took', async () => {
  await view('2026-11-20T10:00:00', 'm:ann');
  await view('2026-11-20T10:00:10', 'm:ann');
  await settleDay(DAY, LATER, priceDay);
  expect(await lines()).toEqual([{ day: DAY, for: DAY, before: 99_999, after: 100_000, tenths: 11 }]);
  const { rows } = await query('select steps from runs');
  expect(Object.keys(rows[0]?.steps)).toEqual(expect.arrayContaining(['judge', 'adVideos', 'price', 'finish']));
});

test('a run that breaks while it prices leaves the day as it was; run again it ends the same as one that did not', async () => {
  await view('2026-11-20T10:00:00', 'm:ann');
  const broken = settleDay(DAY, LATER, async (client, day) => {
    const work = await priceDay(client, day);
    const finish = async () => {
      throw new Error('the power went');
    };
    return { ...work, finish };
  });
  await expect(broken).rejects.toThrow('the power went');
  expect(await lines()).toEqual([]);
  await settleDay(DAY, LATER, priceDay);
  expect(await lines()).toHaveLength(1);
});

test('a view that comes after its day was closed is paid in the next one', async () => {
  await view('2026-11-20T10:00:00', 'm:ann');
  await runDaily(LATER, priceDay);
  await query(`update days set state = 'closed' where day = $1`, [DAY]);
  await view('2026-11-20T11:00:00', 'm:bob');
  await view('2026-11-20T10:00:10', 'm:ann');
  expect(await payLateEvents()).toBe(1);
  expect((await lines()).at(-1)).toEqual({ day: NEXT, for: DAY, before: 100_000, after: 100_001, tenths: 11 });
  expect(await payLateEvents()).toBe(0);
});

test('a day does not close before the one before it', async () => {
  await query(`insert into days (day, state, dirty) values ($1, 'settled', true), ($2, 'settled', false)`, [DAY, NEXT]);
  expect(await closeDays(at('2026-12-01T00:00:00'))).toEqual([]);
  await query('update days set dirty = false');
  expect(await closeDays(at('2026-12-01T00:00:00'))).toEqual([DAY, NEXT]);
});
