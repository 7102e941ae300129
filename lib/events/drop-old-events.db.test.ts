import { afterEach, beforeEach, expect, test } from 'vitest';
import { GET as getEvents } from '@/app/api/v1/events/route';
import { GET as getHours } from '@/app/api/v1/stats/hours/route';
import { SYSTEM } from '@/lib/accounts/actor';
import { bearer, call } from '@/lib/http/testing/call';
import { addDays, type Day } from '@/lib/kernel/day';
import { db } from '@/lib/platform/database';
import { resetEnv } from '@/lib/platform/env';
import { dropOldEvents } from './drop-old-events';
import { ensurePartitions, partitionName } from './ensure-partitions';
import { importEvents } from './import-events';

const DAY = '2026-10-01' as Day;
const LAST = addDays(DAY, 2);
const NOW = new Date('2026-11-20T00:20:00+09:00');

const sql = (text: string, values: unknown[] = []) => db().$client.query(text, values);
const hasLog = async (day: Day) =>
  (await sql('select to_regclass($1) as name', [partitionName(day)])).rows[0].name !== null;

function keep(days: string): void {
  process.env.EVENT_RETENTION_DAYS = days;
  resetEnv();
}

beforeEach(async () => {
  await sql('truncate events, event_deltas, provisional_verdicts, summaries, day_totals, days, runs');
  await ensurePartitions({ from: DAY, to: LAST });
  for (const day of [DAY, addDays(DAY, 1), LAST])
    await sql(`insert into days (day, state, closed_at) values ($1, 'closed', $2)`, [day, NOW]);
  keep('30');
});

afterEach(() => keep(''));

test('drops the log of closed days past retention, but for the last closed one, and writes it down once', async () => {
  expect(await dropOldEvents(NOW)).toEqual([DAY, addDays(DAY, 1)]);
  expect([await hasLog(DAY), await hasLog(LAST)]).toEqual([false, true]);
  expect(await dropOldEvents(NOW)).toEqual([]);
  const { rows } = await sql(`select subject_id as day from audit_log where action = 'events.dropped' order by id`);
  expect(rows.map(({ day }) => day)).toEqual([DAY, addDays(DAY, 1)]);
});

test('keeps everything when no retention is set, and what is younger than it', async () => {
  keep('');
  expect(await dropOldEvents(NOW)).toEqual([]);
  keep('50');
  expect(await dropOldEvents(NOW)).toEqual([]);
  keep('49');
  expect(await dropOldEvents(NOW)).toEqual([DAY]);
});

test.each([
  ['is not closed', `update days set state = 'settled', closed_at = null where day = '${DAY}'`],
  ['owes an adjustment', `update days set owed = true where day = '${DAY}'`],
  ['comes before an open day', `update days set state = 'settled', closed_at = null where day = '${addDays(DAY, 1)}'`],
  ['has events to be folded', `insert into event_deltas (day, content_id, metric, n) values ('${DAY}', 7, 4, 1)`],
])('keeps the log of a day that %s', async (_, change) => {
  await sql(change);
  expect(await dropOldEvents(NOW)).not.toContain(DAY);
  expect(await hasLog(DAY)).toBe(true);
});

test('keeps days for which events may still come, however short the retention', async () => {
  keep('1');
  const soon = new Date(`${addDays(DAY, 2)}T12:00:00+09:00`);
  expect(await dropOldEvents(soon)).toEqual([]);
});

test('whoever opens a figure of a dropped day is told that its events are past retention', async () => {
  await dropOldEvents(NOW);
  const { authorization } = await bearer(['events:read', 'stats:read']);
  for (const [door, path] of [
    [getEvents, `/api/v1/events?day=${DAY}`],
    [getHours, `/api/v1/stats/hours?day=${DAY}`],
  ] as const) {
    const answer = await call(door, { path, headers: { authorization } });
    expect(answer).toMatchObject({ status: 410, json: { code: 'events/past-retention' } });
  }
});

test('an import takes nothing for days whose log is past retention', async () => {
  const event = { id: '7b1d8a52-3a0e-4a57-8c6d-52f5a7f6b0aa', type: 'click', contentId: 1, viewerId: 'ann' };
  const text = JSON.stringify({ ...event, at: `${DAY}T12:00:00+09:00` });
  const receipt = await importEvents({ text, actor: SYSTEM, requestId: 'r', now: NOW });
  expect(receipt.items).toMatchObject([{ outcome: 'rejected', reason: 'too-old' }]);
});
