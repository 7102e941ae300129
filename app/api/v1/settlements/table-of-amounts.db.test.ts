import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { ensurePartitions, partitionRange } from '@/lib/events/ensure-partitions';
import { runDaily } from '@/lib/events/run-daily';
import { bearer, call } from '@/lib/http/testing/call';
import { addDays, type Day } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { db } from '@/lib/platform/database';
import type { LineList, Series } from '@/lib/settlement/line-schema';
import { priceDay } from '@/lib/settlement/price-day';
import type { Settlement } from '@/lib/settlement/schema';
import { settleLines } from '@/lib/settlement/settle-lines';
import { TABLE_OF_AMOUNTS as TABLE } from '@/lib/settlement/testing/table-of-amounts';
import { POST } from '../events/route';
import { GET as lines } from './lines/route';
import { GET } from './route';
import { GET as series } from './series/route';

/** So many of each come through the API yesterday; the others are the counts of the day before, which is closed. */
const REST = 10;

const NOW = new Date();
let [yesterday, dayBefore] = ['' as Day, '' as Day];
const query = (text: string, values: unknown[] = []) => db().$client.query(text, values);
let headers: Record<string, string> = {};

async function priceTheDayBefore(): Promise<void> {
  const client = await db().$client.connect();
  await client.query('begin');
  await client.query(`insert into days (day, state) values ($1, 'settled')`, [dayBefore]);
  await settleLines(client, dayBefore);
  await client.query(`update days set state = 'closed' where day = $1`, [dayBefore]);
  await client.query('commit');
  client.release();
}

beforeAll(async () => {
  const { dayOf, startOf } = calendar();
  yesterday = addDays(dayOf(NOW), -1);
  dayBefore = addDays(yesterday, -1);
  headers = { authorization: (await bearer(['events:write', 'settlements:read'])).authorization };
  await ensurePartitions({ ...partitionRange(dayOf(NOW)), from: dayBefore });
  for (const [i, [from, to]] of TABLE.entries()) {
    await query(
      `insert into contents (id, title, kind, duration_seconds, opening_views, opening_ad_views) overriding system value
       values ($1, $2, 'video', 600, $3, $3)`,
      [i + 1, `${from} to ${to}`, from],
    );
    await query(`insert into summaries (grain, start_on, content_id, views, ad_views) values ('d', $1, $2, $3, $3)`, [
      dayBefore,
      i + 1,
      to - from - REST,
    ]);
  }
  await priceTheDayBefore();
  const at = new Date(startOf(yesterday).getTime() + 3_600_000 * 12).toISOString();
  const events = TABLE.flatMap((_, i) =>
    Array.from({ length: REST }, (_, n) => [
      { id: randomUUID(), type: 'view', contentId: i + 1, viewerId: `viewer-${n}`, at },
      { id: randomUUID(), type: 'ad-view', contentId: i + 1, viewerId: `viewer-${n}`, at, adPositionSeconds: 300 },
    ]).flat(),
  );
  const { json } = await call(POST, { method: 'POST', path: '/api/v1/events', body: { events }, headers });
  expect(json).toMatchObject({ received: 140, counted: 140 });
  expect(await runDaily(NOW, priceDay)).toMatchObject({ settled: [yesterday], failed: [] });
});

const sum = (values: number[]) => values.reduce((total, n) => total + n, 0);

const settlementOf = async (date: Day) => {
  const { json } = await call(GET, { path: `/api/v1/settlements?period=day&date=${date}`, headers });
  return json as Settlement;
};

test('rule 3: from opening totals, events through the API and a run of the day, the settlements are the table', async () => {
  const days = [await settlementOf(dayBefore), await settlementOf(yesterday)];
  const worth = TABLE.map(([from, to], i) => {
    const items = days.map((day) => day.items.find((item) => item.contentId === i + 1));
    const won = (name: 'videoAmount' | 'adAmount') => sum(items.map((item) => item?.[name] ?? 0));
    return [from, to, won('videoAmount'), won('adAmount')];
  });
  expect(worth).toEqual(TABLE);
  expect(sum(days.map((day) => day.totals.total))).toBe(sum(TABLE.map(([, , video, ad]) => video + ad)));
});

test('the amounts per day that the chart shows are those of the table', async () => {
  const path = `/api/v1/settlements/series?from=${dayBefore}&to=${yesterday}`;
  const { items, totals } = (await call(series, { path, headers })).json as Series;
  expect([totals.video, totals.ad]).toEqual([sum(TABLE.map((row) => row[2])), sum(TABLE.map((row) => row[3]))]);
  expect(items.map((item) => [item.views, item.final])).toEqual([
    [sum(TABLE.map(([from, to]) => to - from - REST)), true],
    [REST * TABLE.length, false],
  ]);
});

test('rule 3: what came through the API has the last ordinals, each at the price of its step', async () => {
  const { items } = await settlementOf(yesterday);
  expect(items.map((item) => [item.views, item.adViews, item.videoAmount, item.adAmount])).toEqual([
    [10, 10, 10, 100],
    [10, 10, 10, 102],
    [10, 10, 11, 120],
    [10, 10, 13, 150],
    [10, 10, 15, 200],
    [10, 10, 15, 200],
    [10, 10, 13, 150],
  ]);
});

test('the lines of each row go from its opening total to its end without a gap', async () => {
  for (const [i, [from, to]] of TABLE.entries()) {
    const path = `/api/v1/settlements/lines?contentId=${i + 1}&from=${dayBefore}&to=${yesterday}`;
    const { items } = (await call(lines, { path, headers })).json as LineList;
    expect(items.map((line) => [line.viewsBefore, line.viewsAfter, line.adViewsBefore, line.adViewsAfter])).toEqual([
      [from, to - REST, from, to - REST],
      [to - REST, to, to - REST, to],
    ]);
  }
});
