import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { makeUser, signedIn } from '@/db/builders/people';
import { runDaily } from '@/lib/events/run-daily';
import { DISAGREEMENTS } from '@/lib/events/testing/disagreements';
import { bearer, call } from '@/lib/http/testing/call';
import { addDays, type Day, parseDay } from '@/lib/kernel/day';
import { db } from '@/lib/platform/database';
import { payLateEvents } from '@/lib/settlement/pay-late-events';
import { priceDay } from '@/lib/settlement/price-day';
import { POST } from './route';

const query = (text: string, values: unknown[] = []) => db().$client.query(text, values);
const DAY = parseDay('2026-03-02') as Day;
let headers: Record<string, string>;
let contentId = 0;

beforeEach(async () => {
  await query(
    'truncate events, event_deltas, intake_deltas, summaries, day_totals, days, runs, settlement_lines, provisional_verdicts',
  );
  headers = { authorization: (await bearer(['events:import'])).authorization };
  const { rows } = await query(
    `insert into contents (title, kind, duration_seconds) values ('v', 'video', 600) returning id`,
  );
  contentId = rows[0]?.id;
});

const view = (time: string, over: object = {}) =>
  JSON.stringify({ id: randomUUID(), type: 'view', contentId, viewerId: 'ann', at: `${time}+09:00`, ...over });
const send = (lines: string[], as = headers) => call(POST, { method: 'POST', raw: lines.join('\n'), headers: as });

test('events of any past day are taken, each line that did not count is answered, and the whole once audited', async () => {
  const good = [view('2026-03-02T10:00:00'), view('2026-03-02T10:01:00')];
  const lines = [
    ...good,
    '',
    'no json',
    view('2026-03-02T10:00:00', { contentId: 999_999 }),
    view('2126-03-02T10:00:00'),
  ];
  const answer = await send([...lines, good[0] ?? '']);
  expect(answer).toMatchObject({
    status: 200,
    json: { received: 6, counted: 2, duplicate: 1, refused: 0, rejected: 3 },
  });
  const { items } = answer.json as { items: { line: number; reason: string }[] };
  expect(items.map(({ line, reason }) => [line, reason])).toEqual([
    [4, 'invalid'],
    [5, 'unknown-content'],
    [6, 'in-the-future'],
    [7, 'duplicate'],
  ]);
  expect(
    (
      await query(
        `select to_regclass('events_p20260302')::text as name, (select count(*)::int from events_default) as stray`,
      )
    ).rows,
  ).toEqual([{ name: 'events_p20260302', stray: 0 }]);
  const { rows } = await query(`select after from audit_log where action = 'events.imported'`);
  expect(rows).toEqual([{ after: { received: 6, counted: 2, duplicate: 1, refused: 0, rejected: 3 } }]);
  expect((await send(good)).json).toMatchObject({ counted: 0, duplicate: 2 });
});

test('a day that was never run is judged and priced by the daily run', async () => {
  await send([view('2026-03-02T10:00:20'), view('2026-03-02T10:00:00')]);
  const run = await runDaily(new Date('2026-03-03T00:10:00+09:00'), priceDay);
  expect(run.settled).toEqual([DAY]);
  expect((await query('select reason from events order by at')).rows).toEqual([{ reason: 0 }, { reason: 108 }]);
  expect((await query('select (views_after - views_before)::int as views from settlement_lines')).rows).toEqual([
    { views: 1 },
  ]);
});

test('a closed day pays what was imported as one adjustment in the first open day', async () => {
  await query(`insert into days (day, state, lines_checksum) values ($1, 'closed', '0'), ($2, 'settled', '0')`, [
    DAY,
    addDays(DAY, 1),
  ]);
  await send([view('2026-03-02T10:00:20'), view('2026-03-02T10:00:00'), view('2026-03-02T10:00:40')]);
  await payLateEvents();
  expect((await query('select reason from events order by at')).rows.map((row) => row.reason)).toEqual([0, 108, 0]);
  const { rows } = await query(
    'select day, for_day as for, (views_after - views_before)::int as views from settlement_lines',
  );
  expect(rows).toEqual([{ day: addDays(DAY, 1), for: DAY, views: 2 }]);
  expect((await query(DISAGREEMENTS)).rows).toEqual([]);
});

test('a day before the first known one is settled by itself, and what it earned is owed in the first open day', async () => {
  const [closed, open] = [addDays(DAY, 1), addDays(DAY, 2)];
  await query(`insert into days (day, state, lines_checksum) values ($1, 'closed', '0'), ($2, 'settled', '0')`, [
    closed,
    open,
  ]);
  await send([view('2026-03-02T10:00:00')]);
  await runDaily(new Date('2026-03-05T00:10:00+09:00'), priceDay);
  const { rows } = await query('select day, for_day as for from settlement_lines');
  expect(rows).toEqual([{ day: open, for: DAY }]);
});

test('refuses too many lines and too many days, and nothing is taken', async () => {
  expect((await send(['', ' '])).json).toMatchObject({ code: 'events/import-count' });
  expect((await send(Array(10_001).fill('{}'))).json).toMatchObject({ code: 'events/import-count' });
  const days = Array.from({ length: 401 }, (_, n) => view(`${addDays(parseDay('2024-01-01') as Day, n)}T10:00:00`));
  expect(await send(days)).toMatchObject({ status: 422, json: { code: 'events/import-days' } });
  expect((await query('select from events')).rowCount).toBe(0);
});

test('wants its own scope, which an admin has and a sender of events has not', async () => {
  const sender = { authorization: (await bearer(['events:write'])).authorization };
  expect((await send([view('2026-03-02T10:00:00')], sender)).status).toBe(403);
  const admin = await makeUser(db(), { email: 'boss@example.com', roles: ['admin'] });
  expect((await send([view('2026-03-02T10:00:00')], await signedIn(db(), admin.id))).json).toMatchObject({
    counted: 1,
  });
});
