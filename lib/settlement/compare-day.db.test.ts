import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { SYSTEM } from '@/lib/accounts/actor';
import { ensurePartitions } from '@/lib/events/ensure-partitions';
import { foldDeltas } from '@/lib/events/fold-deltas';
import { queueRun } from '@/lib/events/queue-run';
import { settleDay } from '@/lib/events/settle-day';
import { insertEvents } from '@/lib/events/store';
import { addDays, type Day } from '@/lib/kernel/day';
import { db, ingestDb } from '@/lib/platform/database';
import { compareDay } from './compare-day';
import { priceDay } from './price-day';
import { getComparison } from './queries/get-comparison';
import { queueComparison } from './queue-comparison';

const DAY = '2026-11-20' as Day;
const NEXT = addDays(DAY, 1);
const at = (text: string) => new Date(`${text}+09:00`);
const LATER = at('2026-11-22T00:10:00');
const BY = { actor: SYSTEM, requestId: 'r', now: LATER };
const query = (text: string, values: unknown[] = []) => db().$client.query(text, values);

async function view(text: string, viewer: string, contentId = 7): Promise<void> {
  const rest = { ownerMemberId: null, adPositionSeconds: null, adVideoId: null };
  const day = text.slice(0, 10) as Day;
  const candidate = { index: 0, id: randomUUID(), type: 'view' as const, contentId, day, viewer, ...rest };
  const events = [{ candidate: { ...candidate, atMs: at(text).getTime() }, reason: null }];
  await insertEvents(ingestDb().$client, events, { rejected: new Map(), duplicates: 0 });
}

// Two settled days; a video that stands before the step to 1.1 won.
beforeEach(async () => {
  await query('truncate events, event_deltas, summaries, day_totals, days, runs, settlement_lines, contents cascade');
  await query(
    `insert into contents (id, title, kind, duration_seconds, opening_views) overriding system value values (7, 'seven', 'video', 600, 99997), (8, 'eight', 'video', 600, 0)`,
  );
  await ensurePartitions({ from: DAY, to: addDays(DAY, 3) });
  await view(`${DAY}T10:00:00`, 'm:ann');
  await view(`${NEXT}T10:00:00`, 'm:ann');
  for (const day of [DAY, NEXT]) await settleDay(day, LATER, priceDay);
});

const TABLES = ['events', 'event_deltas', 'summaries', 'day_totals', 'days', 'settlement_lines'];
async function everything(): Promise<unknown[]> {
  const tables = TABLES.map((table) =>
    query(`select md5(string_agg(t::text, ',' order by t::text)) as hash from ${table} t`),
  );
  return (await Promise.all(tables)).map(({ rows }) => rows[0]);
}

async function late(): Promise<void> {
  await view(`${DAY}T09:59:45`, 'm:ann'); // makes the one at 10:00:00 a repetition
  for (const name of ['bob', 'cleo', 'dan']) await view(`${DAY}T11:00:00`, `m:${name}`);
  await view(`${DAY}T11:00:00`, 'm:bob', 8);
}

test('says what a run would change, and keeps nothing of it', async () => {
  await late();
  const before = await everything();
  await compareDay(DAY, LATER);
  expect(await everything()).toEqual(before);
  expect(await getComparison(DAY)).toMatchObject({
    state: 'succeeded',
    error: null,
    result: {
      verdicts: [{ from: null, to: 'repeat-view', events: 1 }],
      before: { views: 1, adViews: 0, videoAmount: 1, adAmount: 0, total: 1, adjustments: 0 },
      after: { views: 5, total: 5 },
      lines: { added: 1, removed: 0, changed: 1 },
      laterLinesChanged: 1,
      videos: [
        { contentId: 7, title: 'seven', before: { views: 1, total: 1 }, after: { views: 4, adViews: 0, total: 4 } },
        { contentId: 8, before: { views: 0, total: 0 }, after: { views: 1, videoAmount: 1, total: 1 } },
      ],
    },
  });
});

test('what it says is what the run then does', async () => {
  await late();
  await compareDay(DAY, LATER);
  const { result } = await getComparison(DAY);
  await settleDay(DAY, LATER, priceDay);
  await compareDay(DAY, LATER);
  const then = await getComparison(DAY);
  expect(then.result?.before).toEqual(result?.after);
  expect(then.result).toMatchObject({
    verdicts: [],
    lines: { added: 0, removed: 0, changed: 0 },
    laterLinesChanged: 0,
    videos: [],
  });
});

test('of a day that a run has just now it says so, and neither is queued', async () => {
  let refusals: unknown[] = [];
  await settleDay(DAY, LATER, async (client, day) => {
    const asked = [queueComparison({ day: DAY, ...BY }), queueRun({ day: DAY, ...BY })];
    refusals = (await Promise.allSettled(asked)).map((one) => (one.status === 'rejected' ? one.reason.code : 'queued'));
    await compareDay(DAY, LATER);
    return priceDay(client, day);
  });
  expect(refusals).toEqual(['events/day-running', 'events/day-running']);
  expect(await getComparison(DAY)).toMatchObject({
    state: 'failed',
    error: expect.stringContaining(DAY),
    result: null,
  });
});

test('a comparison that a crash left is marked by the next one', async () => {
  await query(
    `insert into runs (kind, day, attempt, state, started_at) values ('compare-day', $1, 9, 'running', now())`,
    [DAY],
  );
  await compareDay(DAY, LATER);
  const { rows } = await query(`select attempt, state from runs where day = $1 and kind = 'compare-day' order by 1`, [
    DAY,
  ]);
  expect(rows).toEqual([
    { attempt: 9, state: 'failed' },
    { attempt: 10, state: 'succeeded' },
  ]);
});

test('late events that were folded already are in no line before, and paid for after', async () => {
  await late();
  await foldDeltas();
  await compareDay(DAY, LATER);
  expect((await getComparison(DAY)).result).toMatchObject({
    before: { views: 1, total: 1 },
    after: { views: 5, total: 5 },
  });
});

test('a closed day is compared with nothing', async () => {
  await query(`update days set state = 'closed' where day = $1`, [DAY]);
  await expect(queueComparison({ day: DAY, ...BY })).rejects.toMatchObject({ code: 'events/day-closed' });
  await expect(queueComparison({ day: '2026-11-22' as Day, ...BY })).rejects.toMatchObject({
    code: 'events/day-not-past',
  });
});
