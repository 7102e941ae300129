import { beforeAll, expect, test, vi } from 'vitest';
import { makeUser, signedIn } from '@/db/builders/people';
import { bearer, call } from '@/lib/http/testing/call';
import type { Day } from '@/lib/kernel/day';
import * as clock from '@/lib/platform/clock';
import { db } from '@/lib/platform/database';
import { settleLines } from '@/lib/settlement/settle-lines';
import { POST as close } from './[day]/close/route';
import { GET as lines } from './[day]/lines/route';
import { GET as one } from './[day]/route';
import { POST as run } from './[day]/run/route';
import { GET as list } from './route';

const query = (text: string, values: unknown[] = []) => db().$client.query(text, values);
const NOON = new Date('2026-11-05T12:00:00+09:00');
let headers: Record<string, string>;

async function price(day: string): Promise<void> {
  const client = await db().$client.connect();
  await client.query('begin');
  await settleLines(client, day as Day);
  await client.query('commit');
  client.release();
}

// Two videos at the edge of a step. The 1st is closed and owed one view since, the 2nd settled, the 3rd dirty.
beforeAll(async () => {
  headers = { authorization: (await bearer(['settlements:write'])).authorization };
  await query(
    `insert into contents (title, kind, duration_seconds, opening_views) values ('first', 'video', 600, 99997), ('second', 'video', 600, 0)`,
  );
  await query(`insert into summaries (grain, start_on, content_id, views, ad_views) values
    ('d', '2026-11-01', 1, 4, 1), ('d', '2026-11-01', 2, 10, 0), ('d', '2026-11-02', 2, 5, 3), ('d', '2026-11-03', 1, 2, 0)`);
  await query(
    `insert into days (day, state, dirty) values ('2026-11-01', 'settled', false), ('2026-11-02', 'settled', false), ('2026-11-03', 'settled', true)`,
  );
  await query(`insert into day_totals (day, views, ad_views) values ('2026-11-05', 3, 2)`);
  for (const day of ['2026-11-01', '2026-11-02', '2026-11-03']) await price(day);
  await query(`update days set state = 'closed', closed_at = now() where day = '2026-11-01'`);
  await query(`update summaries set views = 11 where start_on = '2026-11-01' and content_id = 2`);
  await query(`update days set owed = true where day = '2026-11-01'`);
  await price('2026-11-02');
});

vi.spyOn(clock, 'now').mockReturnValue(NOON);

const ask = (door: typeof list, day: string, path = '', method = 'GET', as = headers) => {
  vi.spyOn(clock, 'now').mockReturnValue(NOON);
  return call(door, { path: `/x${path}`, method, headers: as, params: { day } });
};
const code = (answer: { status: number; json: unknown }) => [answer.status, (answer.json as { code?: string }).code];

test('days are listed newest first with what they are worth, adjustments told apart', async () => {
  const { status, json } = await ask(list, '', '?month=2026-11');
  expect(status).toBe(200);
  const none = { adjustments: 0, adjustedAmount: 0 };
  expect(json).toMatchObject({
    nextCursor: null,
    items: [
      { day: '2026-11-05', state: 'open', ended: false, views: 3, adViews: 2, total: 0, lines: 0, lastRun: null },
      { day: '2026-11-04', state: 'open', ended: true, views: 0 },
      { day: '2026-11-03', state: 'settled', dirty: true, views: 2, videoAmount: 2, total: 2, ...none },
      {
        ...{ day: '2026-11-02', state: 'settled', dirty: false, lines: 2, views: 5, adViews: 3, videoAmount: 6 },
        ...{ adAmount: 30, total: 36, adjustments: 1, adjustedAmount: 1 },
      },
      // 99,998 and 99,999 at 1 won, 100,000 and 100,001 at 1.1 won: 4.2 won, the fraction dropped.
      {
        ...{ day: '2026-11-01', state: 'closed', owed: true, views: 14, adViews: 1, videoAmount: 14, adAmount: 10 },
        ...{ total: 24, ...none },
      },
    ],
  });
});

test('pages of days follow each other, and a month without days is empty', async () => {
  const first = (await ask(list, '', '?limit=2')).json as { items: { day: string }[]; nextCursor: string };
  const second = (await ask(list, '', `?limit=9&cursor=${first.nextCursor}`)).json as typeof first;
  expect([...first.items, ...second.items].map(({ day }) => day.slice(-1))).toEqual(['5', '4', '3', '2', '1']);
  expect((await ask(list, '', '?month=2025-01')).json).toEqual({ items: [], nextCursor: null });
  expect((await ask(list, '', '?month=2026-13')).status).toBe(422);
  expect((await ask(list, '', '?cursor=x')).status).toBe(422);
});

test('sums that do not belong to the lines are made anew', async () => {
  await query(`update days set lines_totals = '{"checksum": "1", "views": 9}' where day = '2026-11-02'`);
  expect((await ask(one, '2026-11-02')).json).toMatchObject({ total: 36, adjustments: 1 });
});

test('a day has its tariff, the checksum of its lines, its runs, and which day closes before it', async () => {
  await query(
    `insert into runs (kind, day, attempt, state, started_at, steps) values ('settle-day', '2026-11-02', 1, 'succeeded', now(), '{"judge": 4}')`,
  );
  expect((await ask(one, '2026-11-02')).json).toMatchObject({
    ...{ day: '2026-11-02', tariffVersion: 1, linesChecksum: expect.stringMatching(/^-?\d+$/), earlierOpenDay: null },
    ...{ running: false, lastRun: { attempt: 1, state: 'succeeded' }, runs: [{ attempt: 1, steps: { judge: 4 } }] },
  });
  expect((await ask(one, '2026-11-03')).json).toMatchObject({ earlierOpenDay: '2026-11-02' });
  for (const day of ['2026-10-31', '2026-11-06'])
    expect(code(await ask(one, day))).toEqual([404, 'settlement/day-not-found']);
  expect((await ask(one, '2026-02-30')).status).toBe(422);
});

test('lines of a day are sorted by amount, and each says which day it corrects', async () => {
  const { json } = await ask(lines, '2026-11-02');
  expect(json).toMatchObject({
    items: [
      { contentId: 2, title: 'second', forDay: '2026-11-02', viewsBefore: 10, viewsAfter: 15, total: 35 },
      {
        contentId: 2,
        forDay: '2026-11-01',
        viewsBefore: 15,
        viewsAfter: 16,
        videoTenths: 10,
        total: 1,
        tariffVersion: 1,
      },
    ],
  });
});

test.each(['total', 'views', 'adViews', 'content'])(
  'pages of lines by %s follow each other, up and down',
  async (sort) => {
    for (const order of ['asc', 'desc']) {
      const whole = (await ask(lines, '2026-11-01', `?sort=${sort}&order=${order}`)).json as Page;
      const first = (await ask(lines, '2026-11-01', `?sort=${sort}&order=${order}&limit=1`)).json as Page;
      const rest = (await ask(lines, '2026-11-01', `?sort=${sort}&order=${order}&cursor=${first.nextCursor}`))
        .json as Page;
      expect(whole.items).toHaveLength(2);
      expect([...first.items, ...rest.items]).toEqual(whole.items);
    }
  },
);
type Page = { items: object[]; nextCursor: string };

test('a run is queued once, with its audit row', async () => {
  for (const _ of [1, 2]) {
    expect(await ask(run, '2026-11-03', '', 'POST')).toMatchObject({
      status: 202,
      json: { day: '2026-11-03', queued: true },
    });
  }
  const { rows } = await query(
    `select count(*) as jobs from graphile_worker._private_jobs where key = 'settle-day 2026-11-03'`,
  );
  expect(rows).toEqual([{ jobs: 1 }]);
  const { rows: audit } = await query(`select subject_id from audit_log where action = 'day.run-queued'`);
  expect(audit).toEqual([{ subject_id: '2026-11-03' }, { subject_id: '2026-11-03' }]);
});

test('no run of a closed day, of one that has not ended, or of none', async () => {
  expect(code(await ask(run, '2026-11-01', '', 'POST'))).toEqual([409, 'events/day-closed']);
  expect(code(await ask(run, '2026-11-05', '', 'POST'))).toEqual([409, 'events/day-not-past']);
  expect(code(await ask(run, '2019-01-01', '', 'POST'))).toEqual([404, 'settlement/day-not-found']);
});

test('no second run while one has the day; a run row that a crash left does not count', async () => {
  await query(
    `insert into runs (kind, day, attempt, state, started_at, progress) values ('settle-day', '2026-11-03', 1, 'running', now(), '{"done":1,"of":4,"rows":10}')`,
  );
  expect((await ask(run, '2026-11-03', '', 'POST')).status).toBe(202);
  const client = await db().$client.connect();
  await client.query('begin');
  await client.query(`select pg_advisory_xact_lock(hashtext('settle-day'), hashtext('2026-11-03'))`);
  const refused = await ask(run, '2026-11-03', '', 'POST');
  const seen = await ask(one, '2026-11-03');
  await client.query('rollback');
  client.release();
  expect(code(refused)).toEqual([409, 'events/day-running']);
  expect(seen.json).toMatchObject({
    running: true,
    runs: [{ state: 'running', progress: { done: 1, of: 4, rows: 10 } }],
  });
});

test('closing says what it closed in figures; again changes nothing', async () => {
  expect(code(await ask(close, '2026-11-03', '', 'POST'))).toEqual([409, 'events/earlier-day-open']);
  const [first, again] = [await ask(close, '2026-11-02', '', 'POST'), await ask(close, '2026-11-02', '', 'POST')];
  expect(first).toMatchObject({ status: 200, json: { state: 'closed', lines: 2, total: 36, adjustments: 1 } });
  expect(again.json).toEqual(first.json);
  expect(code(await ask(close, '2026-11-03', '', 'POST'))).toEqual([409, 'events/day-not-settled']);
  const { rows } = await query(`select subject_id from audit_log where action = 'day.closed'`);
  expect(rows).toEqual([{ subject_id: '2026-11-02' }]);
});

test('days are for admins and keys that may write settlements', async () => {
  const creator = await makeUser(db(), { email: 'c@example.com', roles: ['creator'] });
  const boss = await makeUser(db(), { email: 'boss@example.com', roles: ['admin'] });
  const reader = { authorization: (await bearer(['settlements:read'])).authorization };
  for (const [door, method] of [
    [list, 'GET'],
    [one, 'GET'],
    [lines, 'GET'],
    [run, 'POST'],
    [close, 'POST'],
  ] as const) {
    for (const as of [reader, await signedIn(db(), creator.id)])
      expect(code(await ask(door, '2026-11-02', '', method, as))).toEqual([403, 'accounts/missing-scope']);
    expect((await ask(door, '2026-11-02', '', method, {})).status).toBe(401);
  }
  expect((await ask(list, '', '', 'GET', await signedIn(db(), boss.id))).status).toBe(200);
});
