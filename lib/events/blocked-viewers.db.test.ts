import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import type { Day } from '@/lib/kernel/day';
import { db } from '@/lib/platform/database';
import { forgetBlockedViewers } from './blocked-viewers';
import { ensurePartitions } from './ensure-partitions';
import { recordEvents } from './record-events';
import { settleDay } from './settle-day';

const DAY = '2026-11-20' as Day;
const NOW = new Date('2026-11-20T12:00:00+09:00');
const LATER = new Date('2026-11-21T00:10:00+09:00');
const SOURCE = { keyId: 1, trusted: true, memberId: null, address: '203.0.113.7', userAgent: null };
const query = (text: string, values: unknown[] = []) => db().$client.query(text, values);
const LIFT = 'update viewer_blocks set lifted_at = now()';
let contentId = 0;

beforeEach(async () => {
  await query('truncate events, event_deltas, summaries, day_totals, days, runs, viewer_blocks, likes');
  forgetBlockedViewers();
  await ensurePartitions({ from: DAY, to: DAY });
  const { rows } = await query(
    `insert into contents (title, kind, duration_seconds) values ('v', 'video', 600) returning id`,
  );
  contentId = rows[0]?.id;
});

const block = async (viewer: string, fromAt: string | null) => {
  await query(
    `insert into viewer_blocks (viewer, from_at, reason, created_by, created_at) values ($1, $2, 'macro', 'a test', now())`,
    [viewer, fromAt],
  );
  forgetBlockedViewers();
};

async function send(time: string, viewerId: string, type = 'view', userAgent: string | null = null) {
  const event = { id: randomUUID(), type, contentId, viewerId, at: `2026-11-20T${time}+09:00` };
  return (await recordEvents([event], { ...SOURCE, userAgent }, NOW)).items[0]?.reason ?? null;
}

const reasons = async () =>
  (await query('select viewer, reason from events order by at, id')).rows.map(({ viewer, reason }) => [viewer, reason]);

test('a viewer blocked from a moment on is refused from exactly then, at arrival and by the run', async () => {
  await block('m:ann', '2026-11-20T10:00:00+09:00');
  expect(await send('09:59:59.999', 'ann')).toBeNull();
  expect(await send('10:00:00.000', 'ann')).toBe('blocked');
  expect(await send('10:00:00.001', 'bob')).toBeNull();
  await query('update events set reason = 0');
  await settleDay(DAY, LATER);
  expect(await reasons()).toEqual([
    ['m:ann', 0],
    ['m:ann', 109],
    ['m:bob', 0],
  ]);
});

test('an event stored before the block is refused by the run, and once it is lifted judged like any other', async () => {
  for (const time of ['10:00:00.000', '10:00:29.999', '10:00:30.000']) await send(time, 'ann');
  await block('m:ann', null);
  await settleDay(DAY, LATER);
  expect((await reasons()).map(([, reason]) => reason)).toEqual([109, 109, 109]);
  await query(LIFT);
  await settleDay(DAY, LATER);
  expect((await reasons()).map(([, reason]) => reason)).toEqual([0, 108, 0]);
});

test('a bot is a bot before it is blocked, and a blocked owner is blocked before it is their own content', async () => {
  await query(`insert into users (email, member_id) values ('ann@example.com', 'ann')`);
  await query(`update contents set creator_id = (select id from users where member_id = 'ann') where id = $1`, [
    contentId,
  ]);
  await block('m:ann', null);
  expect(await send('10:00:00.000', 'ann', 'view', 'Googlebot/2.1')).toBe('bot');
  expect(await send('10:01:00.000', 'ann')).toBe('blocked');
  await settleDay(DAY, LATER);
  expect((await reasons()).map(([, reason]) => reason)).toEqual([103, 109]);
  await query(LIFT);
  await settleDay(DAY, LATER);
  expect((await reasons()).map(([, reason]) => reason)).toEqual([103, 107]);
});

test("a blocked viewer's like is refused on arrival, changes no state, and stays refused", async () => {
  await block('m:ann', null);
  expect(await send('10:00:00.000', 'ann', 'like')).toBe('blocked');
  await query(LIFT);
  await settleDay(DAY, LATER);
  expect(await reasons()).toEqual([['m:ann', 109]]);
  expect((await query('select from likes')).rowCount).toBe(0);
});
