import { beforeEach, expect, test, vi } from 'vitest';
import type { Day } from '@/lib/kernel/day';
import { db } from '@/lib/platform/database';
import { ownRedis } from '@/lib/platform/redis/client';
import { settleLines } from '../settle-lines';
import { getSettlement } from './get-settlement';

const DAY = '2026-11-02' as Day;
const query = (text: string, values: unknown[] = []) => db().$client.query(text, values);
const ask = () => getSettlement({ period: 'week', date: DAY, creatorId: null, limit: 50 });
const total = async () => (await ask()).totals.total;
let runs = 0;

/** Counts so many views of the day and prices it, as its run does. */
async function run(views: number): Promise<void> {
  await query('update summaries set views = $1', [views]);
  const client = await db().$client.connect();
  await client.query('begin');
  await settleLines(client, DAY);
  await client.query(
    `insert into runs (kind, day, attempt, state, started_at) values ('settle-day', $1, $2, 'succeeded', now())`,
    [DAY, ++runs],
  );
  await client.query('commit');
  client.release();
}

/** Behind the back of every run: only who reads the lines sees it. */
const tamper = () => query('update settlement_lines set video_won = 1000');

beforeEach(async () => {
  await query('truncate contents, summaries, days, runs, settlement_lines restart identity cascade');
  await query(`insert into contents (title, kind, duration_seconds) values ('v', 'video', 600)`);
  await query(`insert into summaries (grain, start_on, content_id, views) values ('d', $1, 1, 0)`, [DAY]);
  await query(`insert into days (day, state) values ($1, 'settled')`, [DAY]);
  await run(10);
});

test('what is asked again is not read again', async () => {
  expect(await ask()).toMatchObject({ totals: { total: 10 }, runId: 1 });
  await tamper();
  expect(await total()).toBe(10);
});

test('a run replaces it, and a run back to what it was brings its own', async () => {
  expect(await total()).toBe(10);
  await run(12);
  expect(await ask()).toMatchObject({ totals: { total: 12 }, items: [{ views: 12 }], runId: 2 });
  await run(10);
  expect(await ask()).toMatchObject({ totals: { total: 10 }, items: [{ views: 10 }], runId: 3 });
});

test('lines that another day moved replace it without a run of its own', async () => {
  expect(await total()).toBe(10);
  await query('update summaries set views = 11');
  const client = await db().$client.connect();
  await client.query('begin');
  await settleLines(client, DAY);
  await client.query('commit');
  client.release();
  expect(await ask()).toMatchObject({ totals: { total: 11 }, runId: 1 });
});

test('a day that closes is final at once, and a new title is there at once', async () => {
  expect(await getSettlement({ period: 'day', date: DAY, creatorId: null, limit: 50 })).toMatchObject({ final: false });
  await query(`update days set state = 'closed'`);
  await query(`update contents set title = 'w'`);
  expect(await getSettlement({ period: 'day', date: DAY, creatorId: null, limit: 50 })).toMatchObject({
    final: true,
    items: [{ title: 'w' }],
  });
});

test('each creator and page has its own', async () => {
  expect(await total()).toBe(10);
  expect(await getSettlement({ period: 'week', date: DAY, creatorId: 5, limit: 50 })).toMatchObject({ items: [] });
  expect(await getSettlement({ period: 'day', date: DAY, creatorId: null, limit: 50 })).toMatchObject({
    period: 'day',
  });
});

test('without an answer from Redis it is read', async () => {
  vi.spyOn(ownRedis(), 'get').mockRejectedValue(new Error('away'));
  vi.spyOn(ownRedis(), 'set').mockRejectedValue(new Error('away'));
  expect(await total()).toBe(10);
});
