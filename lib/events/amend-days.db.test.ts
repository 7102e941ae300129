import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, expect, test } from 'vitest';
import { addDays, type Day } from '@/lib/kernel/day';
import { db, ingestDb } from '@/lib/platform/database';
import { amendDay } from './amend-day';
import { amendDays } from './amend-days';
import { closeDays } from './close-days';
import type { EventType } from './codes';
import { ensurePartitions } from './ensure-partitions';
import { foldDeltas } from './fold-deltas';
import { runDaily } from './run-daily';
import { insertEvents } from './store';
import { DISAGREEMENTS } from './testing/disagreements';

const DAY = '2026-11-20' as Day;
const NEXT = addDays(DAY, 1);
const at = (text: string) => new Date(`${text}+09:00`);
const query = (text: string, values: unknown[] = []) => db().$client.query(text, values);

beforeEach(async () => {
  await query('truncate events, event_deltas, summaries, day_totals, days, runs, provisional_verdicts, viewer_blocks');
  await ensurePartitions({ from: addDays(DAY, -1), to: addDays(DAY, 3) });
});

async function log(text: string, over: { type?: EventType; viewer?: string; position?: number } = {}): Promise<void> {
  const { type = 'view', viewer = 'm:ann', position = null } = over;
  const rest = { index: 0, id: randomUUID(), contentId: 7, ownerMemberId: null, adVideoId: null };
  const when = { day: text.slice(0, 10) as Day, atMs: at(text).getTime() };
  const candidate = { ...rest, ...when, type, viewer, adPositionSeconds: position };
  await insertEvents(ingestDb().$client, [{ candidate, reason: null }], { rejected: new Map(), duplicates: 0 });
}

const close = async (now: string) => {
  await runDaily(at(now));
  await query(`update days set state = 'closed' where state = 'settled'`);
  await query('delete from provisional_verdicts');
};
const reasons = async () => (await query('select reason from events order by at, id')).rows.map((row) => row.reason);

async function amend(): Promise<void> {
  await amendDays();
  await foldDeltas();
  expect((await query(DISAGREEMENTS)).rows).toEqual([]);
}

test('rule 8: a late view less than 30 s after or before one that counted is refused, and what stands stays', async () => {
  await log('2026-11-20T10:00:00.000');
  await log('2026-11-20T11:00:00.000', { viewer: 'm:bob' });
  await close('2026-11-21T00:10:00');
  for (const late of ['09:59:30.001', '10:00:29.999', '10:00:30.000']) await log(`2026-11-20T${late}`);
  await log('2026-11-20T10:59:30.000', { viewer: 'm:bob' });
  await amend();
  expect(await reasons()).toEqual([108, 0, 108, 0, 0, 0]);
});

test('rule 8: late views are judged in the order in which they happened, whatever the order in which they came', async () => {
  await log('2026-11-20T10:00:00.000', { viewer: 'm:bob' });
  await close('2026-11-21T00:10:00');
  await log('2026-11-20T12:00:20.000');
  await amend();
  expect(await reasons()).toEqual([0, 0]);
  await log('2026-11-20T12:00:40.000');
  await log('2026-11-20T12:00:00.000');
  await amend();
  expect(await reasons()).toEqual([0, 0, 108, 0]);
});

test('rule 8: once the day that pays for it is closed too, a late verdict stands', async () => {
  await log('2026-11-20T10:00:00.000', { viewer: 'm:bob' });
  await close('2026-11-21T00:10:00');
  await log('2026-11-20T12:00:20.000');
  await amend();
  await close('2026-11-22T00:10:00');
  for (const late of ['12:00:00.000', '12:00:40.000']) await log(`2026-11-20T${late}`);
  await amend();
  expect(await reasons()).toEqual([0, 108, 0, 108]);
});

test('rule 8: late events use up what the cap has left', async () => {
  const minute = (n: number) =>
    `2026-11-20T${String(10 + Math.floor(n / 60))}:${String(n % 60).padStart(2, '0')}:00.000`;
  for (let n = 0; n < 99; n++) await log(minute(n));
  await close('2026-11-21T00:10:00');
  for (const late of ['05:00:00.000', '05:10:00.000']) await log(`2026-11-20T${late}`);
  await amend();
  expect((await reasons()).slice(0, 3)).toEqual([0, 102, 0]);
});

test('rule 8: a late view of the last minute dirties the next day, whose views give way to it', async () => {
  await log('2026-11-20T00:00:10.000');
  await log('2026-11-21T00:00:10.000');
  await close('2026-11-21T00:10:00');
  await runDaily(at('2026-11-22T00:10:00'));
  await log('2026-11-20T23:59:50.000');
  await amend();
  expect((await query('select dirty from days where day = $1', [NEXT])).rows).toEqual([{ dirty: true }]);
  await runDaily(at('2026-11-22T00:20:00'));
  expect(await reasons()).toEqual([0, 0, 108]);
});

test('rule 8: a late view gives way to one that counted in the next day, once that is closed too', async () => {
  await log('2026-11-20T00:00:10.000');
  await log('2026-11-21T00:00:10.000');
  await close('2026-11-22T00:10:00');
  await log('2026-11-20T23:59:50.000');
  await log('2026-11-21T00:00:05.000', { viewer: 'm:bob' });
  await log('2026-11-20T23:59:55.000', { viewer: 'm:bob' });
  await amend();
  expect(await reasons()).toEqual([0, 108, 0, 108, 0]);
});

test('an ad view has a window of its own for each position, a click one of a second', async () => {
  await log('2026-11-20T10:00:00.000', { type: 'ad-view', position: 300 });
  await log('2026-11-20T10:00:00.000', { type: 'click' });
  await close('2026-11-21T00:10:00');
  await log('2026-11-20T10:00:05.000', { type: 'ad-view', position: 600 });
  await log('2026-11-20T10:00:06.000', { type: 'ad-view', position: 300 });
  await log('2026-11-20T10:00:01.000', { type: 'click' });
  await log('2026-11-20T10:00:01.999', { type: 'click' });
  await amend();
  expect((await reasons()).slice(2)).toEqual([0, 101, 0, 108]);
});

test('of two at once the second waits, and finds the late events judged', async () => {
  await log('2026-11-20T10:00:00.000');
  await close('2026-11-21T00:10:00');
  for (let n = 1; n < 30; n++) await log(`2026-11-20T10:00:${String(n).padStart(2, '0')}.000`);
  const first = await db().$client.connect();
  await first.query('begin');
  expect(await amendDay(first, DAY)).toBe(29);
  const second = amendDays();
  await sleep(200);
  await first.query('commit');
  first.release();
  expect(await second).toBe(0);
  await amend();
  expect(await reasons()).toEqual([0, ...Array(29).fill(108)]);
});

test('an event that is still being written while its day closes is late', async () => {
  await log('2026-11-20T10:00:00.000');
  await runDaily(at('2026-11-21T00:10:00'));
  const writer = await ingestDb().$client.connect();
  await writer.query('begin');
  const rest = {
    index: 0,
    id: randomUUID(),
    contentId: 7,
    ownerMemberId: null,
    adVideoId: null,
    type: 'view' as const,
  };
  const candidate = {
    ...rest,
    day: DAY,
    atMs: at('2026-11-20T10:00:10').getTime(),
    viewer: 'm:ann',
    adPositionSeconds: null,
  };
  await insertEvents(writer, [{ candidate, reason: null }], { rejected: new Map(), duplicates: 0 });
  expect(await closeDays(at('2026-11-30T00:00:00'))).toContain(DAY);
  await writer.query('commit');
  writer.release();
  await amend();
  expect(await reasons()).toEqual([0, 108]);
});
