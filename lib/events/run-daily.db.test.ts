import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test, vi } from 'vitest';
import { runMinute } from '@/lib/http/run-minute';
import { addDays, type Day } from '@/lib/kernel/day';
import { batchDb, db, ingestDb } from '@/lib/platform/database';
import { ensureLinePartitions } from '@/lib/settlement/ensure-line-partitions';
import { payLateEvents } from '@/lib/settlement/pay-late-events';
import type { EventType, Reason } from './codes';
import { ensurePartitions } from './ensure-partitions';
import { foldDeltas } from './fold-deltas';
import { runDaily } from './run-daily';
import { settleDay } from './settle-day';
import { insertEvents } from './store';

const DAY = '2026-11-20' as Day;
const NEXT = addDays(DAY, 1);
const at = (text: string) => new Date(`${text}+09:00`);
const MORNING = at('2026-11-21T00:10:00');

beforeEach(async () => {
  await db().$client.query('truncate events, event_deltas, intake_deltas, summaries, day_totals, days, runs');
  await ensurePartitions({ from: addDays(DAY, -1), to: addDays(DAY, 3) });
});

async function log(
  text: string,
  over: { type?: EventType; viewer?: string; reason?: Reason; id?: string; position?: number } = {},
): Promise<string> {
  const id = over.id ?? randomUUID();
  const candidate = {
    index: 0,
    id,
    type: over.type ?? 'view',
    contentId: 7,
    ownerMemberId: null,
    day: text.slice(0, 10) as Day,
    atMs: at(text).getTime(),
    viewer: over.viewer ?? 'm:ann',
    adPositionSeconds: over.position ?? null,
    adVideoId: null,
  };
  await insertEvents(ingestDb().$client, [{ candidate, reason: over.reason ?? null }], {
    rejected: new Map(),
    duplicates: 0,
  });
  return id;
}

const reasons = async () =>
  (await db().$client.query<{ at: Date; reason: number }>('select at, reason from events order by at, id')).rows.map(
    (row) => row.reason,
  );
const state = async (day: Day) =>
  (await db().$client.query('select state, dirty from days where day = $1', [day])).rows[0];

test('rule 5: less than 30 s after the last counted view is refused, exactly 30 s counts, a refused one extends nothing', async () => {
  await log('2026-11-20T10:00:00.000');
  await log('2026-11-20T10:00:29.999');
  await log('2026-11-20T10:00:30.000');
  await log('2026-11-20T10:00:59.000');
  await log('2026-11-20T10:01:00.000');
  await settleDay(DAY, MORNING);
  expect(await reasons()).toEqual([0, 108, 0, 108, 0]);
});

test('rule 3: a click less than 1 s after the last counted one is refused, exactly 1 s counts', async () => {
  await log('2026-11-20T10:00:00.000', { type: 'click' });
  await log('2026-11-20T10:00:00.999', { type: 'click' });
  await log('2026-11-20T10:00:01.000', { type: 'click' });
  await settleDay(DAY, MORNING);
  expect(await reasons()).toEqual([0, 101, 0]);
});

test('rule 6: the verdicts follow the event times, not the order of arrival', async () => {
  await log('2026-11-20T10:00:20.000');
  await log('2026-11-20T10:00:00.000', { reason: 'repeat-view' });
  await settleDay(DAY, MORNING);
  expect(await reasons()).toEqual([0, 108]);
});

test('rule 6: of two at the same instant the lower id counts', async () => {
  await log('2026-11-20T10:00:00.000', { id: 'ffffffff-ffff-4fff-bfff-ffffffffffff' });
  await log('2026-11-20T10:00:00.000', { id: '00000000-0000-4000-8000-000000000000' });
  await settleDay(DAY, MORNING);
  expect(await reasons()).toEqual([0, 108]);
});

test('rule 5: windows cross midnight, caps do not', async () => {
  await log('2026-11-20T23:59:50.000');
  await log('2026-11-21T00:00:10.000');
  await log('2026-11-21T00:00:20.000');
  for (const day of [DAY, NEXT]) await settleDay(day, at('2026-11-22T00:10:00'));
  expect(await reasons()).toEqual([0, 108, 0]);
});

test('rule 5: an ad view has a window of its own for each position', async () => {
  await log('2026-11-20T10:00:00.000', { type: 'ad-view', position: 300 });
  await log('2026-11-20T10:00:05.000', { type: 'ad-view', position: 600 });
  await log('2026-11-20T10:00:06.000', { type: 'ad-view', position: 300 });
  await settleDay(DAY, MORNING);
  expect(await reasons()).toEqual([0, 0, 108]);
});

test('rule 3: past 100 counted clicks of a viewer, content and day the rest is refused', async () => {
  for (let i = 0; i < 103; i++)
    await log(`2026-11-20T10:${String(Math.floor(i / 60)).padStart(2, '0')}:${String(i % 60).padStart(2, '0')}.000`, {
      type: 'click',
    });
  await settleDay(DAY, MORNING);
  expect(await reasons()).toEqual([...Array(100).fill(0), 102, 102, 102]);
});

test('a run again changes nothing and gives the same checksums', async () => {
  for (let i = 0; i < 20; i++) await log(`2026-11-20T10:00:${String(i * 3).padStart(2, '0')}.000`);
  const first = await settleDay(DAY, MORNING);
  const again = await settleDay(DAY, MORNING);
  expect(first.changed).toBeGreaterThan(0);
  expect(again).toMatchObject({ changed: 0, rows: 20, counted: first.counted, checksumOut: first.checksumOut });
});

test('two runs of a day at once do the work once', async () => {
  await log('2026-11-20T10:00:00.000');
  const results = await Promise.allSettled([settleDay(DAY, MORNING), settleDay(DAY, MORNING), settleDay(DAY, MORNING)]);
  const refused = results.filter((result) => result.status === 'rejected');
  for (const { reason } of refused) expect(reason.code).toBe('events/day-running');
  const { rows } = await db().$client.query<{ n: number }>(`select count(*) as n from runs where state = 'succeeded'`);
  expect(rows[0]?.n).toBe(results.length - refused.length);
  expect(refused.length).toBeGreaterThan(0);
});

test('a day that has not ended is refused', async () => {
  await expect(settleDay(NEXT, MORNING)).rejects.toMatchObject({ code: 'events/day-not-past' });
});

test('a late event makes a settled day dirty, and the daily run settles it again', async () => {
  await log('2026-11-20T10:00:00.000');
  expect((await runDaily(MORNING)).settled).toEqual([DAY]);
  expect(await state(DAY)).toEqual({ state: 'settled', dirty: false });
  expect((await runDaily(MORNING)).settled).toEqual([]);
  await log('2026-11-20T10:00:10.000');
  await foldDeltas();
  expect(await state(DAY)).toEqual({ state: 'settled', dirty: true });
  expect((await runDaily(MORNING)).settled).toEqual([DAY]);
  expect(await reasons()).toEqual([0, 108]);
});

test('a day whose last minute changed dirties the next', async () => {
  await log('2026-11-20T12:00:00.000');
  await log('2026-11-21T00:00:10.000');
  const later = at('2026-11-22T00:10:00');
  expect((await runDaily(later)).settled).toEqual([DAY, NEXT]);
  await log('2026-11-20T23:59:50.000');
  expect((await runDaily(later)).settled).toEqual([DAY, NEXT]);
  expect(await reasons()).toEqual([0, 0, 108]);
});

test('a day closes by itself once no event for it can be accepted any more, and stays as it is', async () => {
  await log('2026-11-20T10:00:00.000');
  expect((await runDaily(at('2026-11-23T00:09:59.999'))).closed).not.toContain(DAY);
  expect((await runDaily(at('2026-11-23T00:10:00.000'))).closed).toContain(DAY);
  await expect(settleDay(DAY, at('2026-11-23T01:00:00'))).rejects.toMatchObject({ code: 'events/day-closed' });
});

test('past days on which nothing happened are settled too', async () => {
  await log('2026-11-20T10:00:00.000');
  expect((await runDaily(at('2026-11-24T00:10:00'))).settled).toEqual([
    '2026-11-20',
    '2026-11-21',
    '2026-11-22',
    '2026-11-23',
  ]);
});

test('partitions are made seven days ahead, and the default one stays empty', async () => {
  await runDaily(MORNING);
  const { rows } = await db().$client.query<{ stray: number; ahead: string | null }>(
    `select (select count(*) from events_default) as stray, to_regclass('events_p20261128')::text as ahead`,
  );
  expect(rows).toEqual([{ stray: 0, ahead: 'events_p20261128' }]);
});

test('a log that somebody reads for long keeps no day from its run; its partitions are made the next time', async () => {
  const warned = vi.spyOn(console, 'warn').mockReturnValue();
  await db().$client.query('drop table events_p20261124; drop table if exists settlement_lines_p202612');
  const backup = await batchDb().$client.connect();
  try {
    await backup.query('begin; lock table events, settlement_lines in access share mode');
    expect((await runDaily(MORNING)).settled).toEqual([DAY]);
    await ensureLinePartitions({ from: DAY, to: addDays(DAY, 30) });
    expect(warned.mock.calls.join()).toMatch(/events_p20261124.*the settlement lines are in use/s);
  } finally {
    backup.release(true);
  }
  await ensureLinePartitions({ from: DAY, to: addDays(DAY, 30) });
  expect(await ensurePartitions({ from: DAY, to: addDays(DAY, 4) })).toBe(1);
  const { rows } = await db().$client.query(`select to_regclass('settlement_lines_p202612') is not null as made`);
  expect(rows).toEqual([{ made: true }]);
});

test('the folds of crons have no limit of time, whatever there is to fold', async () => {
  await db().$client.query(`create function note_limit() returns trigger language plpgsql as $$ begin
    if current_setting('statement_timeout') <> '0' then raise exception 'limited'; end if; return new; end $$;
    create trigger note_limit before insert on day_totals for each row execute function note_limit()`);
  try {
    await log('2026-11-21T00:05:00.000');
    await expect(foldDeltas()).rejects.toThrow('limited');
    await runMinute(MORNING);
    expect((await db().$client.query('select from day_totals')).rowCount).toBe(1);
    await log('2026-11-20T10:00:00.000');
    expect(await runDaily(MORNING)).toMatchObject({ settled: [DAY] });
    await payLateEvents();
  } finally {
    await db().$client.query('drop function note_limit cascade');
  }
});

test('a run that fails is recorded and leaves the day as it was', async () => {
  await log('2026-11-20T10:00:00.000');
  await foldDeltas();
  await db().$client.query('update day_totals set views = 5');
  await expect(settleDay(DAY, MORNING)).rejects.toThrow('disagree');
  expect(await state(DAY)).toEqual({ state: 'open', dirty: false });
  expect((await db().$client.query('select state, error from runs')).rows).toEqual([
    { state: 'failed', error: expect.stringContaining('disagree') },
  ]);
});

test('a run whose process died is shown as failed by the next', async () => {
  await db().$client.query(
    `insert into runs (kind, day, attempt, state, started_at) values ('settle-day', $1, 1, 'running', now())`,
    [DAY],
  );
  await settleDay(DAY, MORNING);
  expect((await db().$client.query('select attempt, state from runs order by attempt')).rows).toEqual([
    { attempt: 1, state: 'failed' },
    { attempt: 2, state: 'succeeded' },
  ]);
});

test('events that came before their day had a partition are counted, and move into it', async () => {
  await db().$client.query('drop table events_p20261120');
  await log('2026-11-20T10:00:00.000');
  await log('2026-11-20T10:00:10.000');
  await foldDeltas();
  expect((await db().$client.query('select count(*) as n from events_default')).rows).toEqual([{ n: 2 }]);
  expect((await runDaily(MORNING)).settled).toEqual([DAY]);
  expect((await db().$client.query('select count(*) as n from events_default')).rows).toEqual([{ n: 0 }]);
  expect((await db().$client.query('select count(*) as n from events_p20261120')).rows).toEqual([{ n: 2 }]);
  expect(await reasons()).toEqual([0, 108]);
});
