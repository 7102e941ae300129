import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { ensurePartitions } from '@/lib/events/ensure-partitions';
import { foldDeltas } from '@/lib/events/fold-deltas';
import { settleDay } from '@/lib/events/settle-day';
import { insertEvents } from '@/lib/events/store';
import { bearer, call } from '@/lib/http/testing/call';
import type { Day } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { db, ingestDb } from '@/lib/platform/database';
import { GET as hours } from './hours/route';
import { GET as intake } from './intake/route';
import { POST as refresh } from './refresh/route';
import { GET as stats } from './route';
import { GET as top } from './top/route';

let headers: Record<string, string>;
const contents: number[] = [];

/** Clicks of different viewers at wall-clock times of Seoul. */
async function clicks(content: number, times: string[]): Promise<void> {
  const judged = times.map((time) => {
    const at = new Date(`${time}+09:00`);
    const viewer = `m:${randomUUID()}`;
    return {
      candidate: {
        index: 0,
        id: randomUUID(),
        type: 'click' as const,
        contentId: contents[content] ?? 0,
        ownerMemberId: null,
        day: calendar().dayOf(at),
        atMs: at.getTime(),
        viewer,
        adPositionSeconds: null,
        adVideoId: null,
      },
      reason: null,
    };
  });
  await insertEvents(ingestDb().$client, judged, { rejected: new Map([['invalid', 1]]), duplicates: 2 });
}

beforeAll(async () => {
  headers = { authorization: (await bearer(['stats:read', 'stats:refresh'])).authorization };
  const { rows } = await db().$client.query<{ id: number }>(
    `insert into contents (title, kind) select 'content ' || n, 'article' from generate_series(1, 3) n returning id`,
  );
  contents.push(...rows.map((row) => row.id));
  await ensurePartitions({ from: '2025-12-27' as Day, to: '2026-02-03' as Day });
  await clicks(0, [
    '2025-12-31T23:59:59.999',
    '2026-01-01T00:00:00.000',
    '2026-01-01T08:59:59.999',
    '2026-01-31T23:59:59.999',
  ]);
  await clicks(1, [
    '2026-01-04T23:59:59.999',
    '2026-01-05T00:00:00.000',
    '2026-02-01T00:00:00.000',
    '2026-01-01T12:00:00.000',
  ]);
  await clicks(2, ['2026-01-01T12:00:00.000', '2026-01-01T12:00:00.000']);
  await foldDeltas();
});

type Item = { day: string; clicks: number; final: boolean };
const get = async (query: string) =>
  (await call(stats, { path: `/api/v1/stats?${query}`, headers })).json as {
    items: Item[];
    totals: { clicks: number };
    timeZone: string;
    countedUpTo: string;
  };
const byDay = (items: Item[]) =>
  Object.fromEntries(items.filter((item) => item.clicks > 0).map((item) => [item.day, item.clicks]));

test('every day of the range is present, zeros too, oldest first, by the business calendar', async () => {
  const { items, totals, timeZone } = await get('from=2025-12-30&to=2026-02-02');
  expect(items).toHaveLength(35);
  expect(items[0]).toEqual({
    day: '2025-12-30',
    clicks: 0,
    likes: 0,
    unlikes: 0,
    views: 0,
    adViews: 0,
    refused: {},
    final: false,
  });
  expect(byDay(items)).toEqual({
    '2025-12-31': 1,
    '2026-01-01': 5,
    '2026-01-04': 1,
    '2026-01-05': 1,
    '2026-01-31': 1,
    '2026-02-01': 1,
  });
  expect([totals.clicks, timeZone]).toEqual([10, 'Asia/Seoul']);
});

test('weeks begin on Monday and months on the first', async () => {
  expect(byDay((await get('from=2025-12-29&to=2026-01-11&group=week')).items)).toEqual({
    '2025-12-29': 7,
    '2026-01-05': 1,
  });
  expect(byDay((await get('from=2025-12-01&to=2026-02-28&group=month')).items)).toEqual({
    '2025-12-01': 1,
    '2026-01-01': 8,
    '2026-02-01': 1,
  });
});

test('one content alone, and an unknown one is zeros', async () => {
  expect(byDay((await get(`from=2025-12-30&to=2026-02-02&contentId=${contents[2]}`)).items)).toEqual({
    '2026-01-01': 2,
  });
  expect((await get('from=2026-01-01&to=2026-01-02&contentId=999999')).totals.clicks).toBe(0);
});

test('one viewer alone, from the log, 31 days at most', async () => {
  await insertEvents(
    ingestDb().$client,
    [
      {
        candidate: {
          index: 0,
          id: randomUUID(),
          type: 'like',
          contentId: contents[0] ?? 0,
          ownerMemberId: null,
          day: '2026-01-03' as Day,
          atMs: new Date('2026-01-03T12:00:00+09:00').getTime(),
          viewer: 'm:zoe',
          adPositionSeconds: null,
          adVideoId: null,
        },
        reason: null,
      },
    ],
    { rejected: new Map(), duplicates: 0 },
  );
  expect((await get('viewerId=zoe&from=2026-01-01&to=2026-01-31')).totals).toMatchObject({ likes: 1, clicks: 0 });
  expect(await get('viewerId=zoe&from=2026-01-01&to=2026-02-01')).toMatchObject({
    status: 422,
    code: 'dashboard/wrong-range',
  });
});

test.each([
  ['from=2026-01-02&to=2026-01-01', '?from'],
  ['from=2026-02-30&to=2026-03-01', '?from'],
  ['to=2026-03-01', '?from'],
  ['from=2016-01-01&to=2026-01-01', '?to'],
  ['from=2026-01-01&to=2026-01-02&group=year', '?group'],
  ['from=2026-01-01&to=2026-01-02&contentId=abc', '?contentId'],
  ['from=2026-01-01&to=2026-01-02&contentId=1e999', '?contentId'],
])('a wrong question (%s) is answered with the field', async (query, pointer) => {
  expect(await get(query)).toMatchObject({ status: 422, errors: [{ pointer }] });
});

test('a day is final once it is settled', async () => {
  await settleDay('2026-01-01' as Day, new Date('2026-01-02T00:10:00+09:00'));
  expect((await get('from=2026-01-01&to=2026-01-02')).items.map((item) => item.final)).toEqual([true, false]);
});

test('the top of a month, ties by the lower id, beside the month before', async () => {
  const list = async (query: string) =>
    ((await call(top, { path: `/api/v1/stats/top?${query}`, headers })).json as { items: unknown[] }).items;
  expect(await list('by=clicks&period=month&date=2026-01-15')).toEqual([
    { rank: 1, contentId: contents[0], title: 'content 1', value: 3, previousValue: 1 },
    { rank: 2, contentId: contents[1], title: 'content 2', value: 3, previousValue: 0 },
    { rank: 3, contentId: contents[2], title: 'content 3', value: 2, previousValue: 0 },
  ]);
  expect(await list('by=clicks&period=day&date=2026-01-01&limit=1')).toEqual([
    { rank: 1, contentId: contents[0], title: 'content 1', value: 2, previousValue: 1 },
  ]);
  expect(await list('by=views&period=week&date=2026-01-01')).toEqual([]);
});

test('a day opens into its hours', async () => {
  const answer = await call(hours, { path: '/api/v1/stats/hours?day=2026-01-01', headers });
  const { items } = answer.json as { items: { startsAt: string; clicks: number }[] };
  expect(items).toHaveLength(24);
  expect(items.map((item) => item.clicks)).toEqual([
    1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  ]);
  expect(items[0]?.startsAt).toBe('2025-12-31T15:00:00.000Z');
});

test('what was answered but not stored is tallied by day of arrival', async () => {
  const today = calendar().dayOf(new Date());
  const answer = await call(intake, { path: `/api/v1/stats/intake?from=${today}&to=${today}`, headers });
  expect(answer.json).toEqual({ items: [{ day: today, duplicate: 6, rejected: { invalid: 3 } }] });
});

test('a refresh says what it did, and the figures include what came before it', async () => {
  const before = await get('from=2026-01-01&to=2026-01-01');
  await clicks(0, ['2026-01-01T15:00:00.000', '2026-01-01T16:00:00.000']);
  expect((await get('from=2026-01-01&to=2026-01-01')).totals.clicks).toBe(before.totals.clicks);
  const asked = new Date();
  const answer = await call(refresh, { method: 'POST', headers });
  expect(answer.json).toMatchObject({ foldedEvents: expect.any(Number), tookMilliseconds: expect.any(Number) });
  const after = await get('from=2026-01-01&to=2026-01-01');
  expect(after.totals.clicks).toBe(before.totals.clicks + 2);
  expect(new Date(after.countedUpTo).getTime()).toBeGreaterThanOrEqual(asked.getTime() - 1000);
  expect((await call(refresh, { method: 'POST', headers })).json).toMatchObject({ foldedEvents: 0 });
});
