import { beforeEach, expect, test } from 'vitest';
import { SYSTEM } from '@/lib/accounts/actor';
import { addDays, type Day } from '@/lib/kernel/day';
import { db } from '@/lib/platform/database';
import { closeDay } from './close-day';
import { runDaily } from './run-daily';
import { settleDay } from './settle-day';

const DAY = '2026-11-20' as Day;
const NEXT = addDays(DAY, 1);
const MORNING = new Date('2026-11-22T00:10:00+09:00');
const close = (day: Day, now = MORNING) => closeDay({ day, actor: SYSTEM, requestId: 'r', now });
const arrives = () =>
  db().$client.query('insert into event_deltas (day, content_id, metric, n) values ($1, 7, 4, 1)', [DAY]);
const stateOf = async (day: Day) =>
  (await db().$client.query('select state, dirty from days where day = $1', [day])).rows[0];

beforeEach(async () => {
  await db().$client.query('truncate events, event_deltas, intake_deltas, summaries, day_totals, days, runs');
});

test('closes a settled day, once, with an audit row', async () => {
  await settleDay(DAY, MORNING);
  const closed = await Promise.all([close(DAY), close(DAY)]);
  expect(closed.map((one) => one.closedAt)).toEqual([MORNING, MORNING]);
  expect(await stateOf(DAY)).toEqual({ state: 'closed', dirty: false });
  const { rows } = await db().$client.query(`select subject_id as day from audit_log where action = 'day.closed'`);
  expect(rows).toEqual([{ day: DAY }]);
});

test('refuses a day that has not ended, that never ran, or that waits for what came later', async () => {
  await expect(close(DAY, new Date('2026-11-20T23:00:00+09:00'))).rejects.toMatchObject({
    code: 'events/day-not-past',
  });
  await expect(close(DAY)).rejects.toMatchObject({ code: 'events/day-not-settled' });
  await settleDay(DAY, MORNING);
  await arrives();
  await expect(close(DAY)).rejects.toMatchObject({ code: 'events/day-not-settled' });
});

test('refuses a day before the one before it is closed', async () => {
  for (const day of [DAY, NEXT]) await settleDay(day, MORNING);
  await expect(close(NEXT)).rejects.toMatchObject({ code: 'events/earlier-day-open' });
  await close(DAY);
  await close(NEXT);
  expect(await stateOf(NEXT)).toEqual({ state: 'closed', dirty: false });
});

test('a closed day is not judged again by the daily run, and what comes late is in its figures', async () => {
  await settleDay(DAY, MORNING);
  await close(DAY);
  await arrives();
  expect((await runDaily(MORNING)).settled).not.toContain(DAY);
  const { rows } = await db().$client.query('select views from day_totals where day = $1', [DAY]);
  expect(rows).toEqual([{ views: 1 }]);
});
