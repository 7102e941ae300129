import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { makeUser, signedIn } from '@/db/builders/people';
import { applyBlock } from '@/lib/abuse/apply-block';
import { forgetBlockedViewers } from '@/lib/events/blocked-viewers';
import { ensurePartitions } from '@/lib/events/ensure-partitions';
import { foldDeltas } from '@/lib/events/fold-deltas';
import { runDaily } from '@/lib/events/run-daily';
import { insertEvents } from '@/lib/events/store';
import { DISAGREEMENTS } from '@/lib/events/testing/disagreements';
import { bearer, call } from '@/lib/http/testing/call';
import { addDays, type Day } from '@/lib/kernel/day';
import { db, ingestDb } from '@/lib/platform/database';
import { priceDay } from '@/lib/settlement/price-day';
import { DELETE } from './[id]/route';
import { GET as PREVIEW } from './preview/route';
import { GET, POST } from './route';

const DAY = '2026-11-20' as Day;
const NEXT = addDays(DAY, 1);
const at = (text: string) => new Date(`${text}+09:00`);
const query = (text: string, values: unknown[] = []) => db().$client.query(text, values);
let headers: Record<string, string>;
let contentId = 0;

beforeEach(async () => {
  await query(
    'truncate events, event_deltas, summaries, day_totals, days, runs, settlement_lines, viewer_blocks, provisional_verdicts',
  );
  forgetBlockedViewers();
  await ensurePartitions({ from: DAY, to: addDays(DAY, 3) });
  headers = { authorization: (await bearer(['abuse:read', 'abuse:write'])).authorization };
  const { rows } = await query(
    `insert into contents (title, kind, duration_seconds) values ('v', 'video', 600) returning id`,
  );
  contentId = rows[0]?.id;
});

async function views(viewer: string, ...times: string[]): Promise<void> {
  const rest = {
    index: 0,
    type: 'view' as const,
    contentId,
    ownerMemberId: null,
    adPositionSeconds: null,
    adVideoId: null,
  };
  const judged = times.map((time) => ({
    candidate: { ...rest, id: randomUUID(), day: time.slice(0, 10) as Day, atMs: at(time).getTime(), viewer },
    reason: null,
  }));
  await insertEvents(ingestDb().$client, judged, { rejected: new Map(), duplicates: 0 });
}

/** A closed day of seven views, three of them bob's, and a settled one with a view of each. */
async function history(): Promise<void> {
  await views('m:ann', ...[1, 2, 3, 4].map((n) => `2026-11-20T1${n}:00:00`));
  await views('m:bob', '2026-11-20T11:00:00', '2026-11-20T11:00:29.999', '2026-11-20T11:00:30', '2026-11-20T23:59:50');
  await views('m:bob', '2026-11-21T00:00:10', '2026-11-21T12:00:00');
  await views('m:ann', '2026-11-21T12:00:00');
  await runDaily(at('2026-11-22T00:10:00'), priceDay);
  await query(`update days set state = 'closed' where day = $1`, [DAY]);
}

const block = (body: object) => call(POST, { method: 'POST', body, headers });
const lift = (id: number) => call(DELETE, { method: 'DELETE', headers, params: { id: String(id) } });
const apply = (id: number) => applyBlock({ blockId: id, now: at('2026-11-22T01:00:00') });
const idOf = (answer: { json: unknown }) => (answer.json as { id: number }).id;

const counted = async () =>
  (
    await query(
      `select start_on as day, views, repeat_view as repeated, blocked from summaries where grain = 'd' order by 1`,
    )
  ).rows;
const lines = async () =>
  (
    await query(
      `select day, for_day as for, (views_after - views_before)::int as views, video_won::int as won from settlement_lines order by day, for_day desc`,
    )
  ).rows;
const closedLines = async () =>
  (
    await query(`select md5(string_agg(l::text, ',' order by l::text)) as sum from settlement_lines l where day = $1`, [
      DAY,
    ])
  ).rows[0]?.sum;

test('a voided viewer is taken from closed days by one negative adjustment, and lifting gives exactly that back', async () => {
  await history();
  const [before, closedBefore] = [await counted(), await closedLines()];
  expect(before).toEqual([
    { day: DAY, views: 7, repeated: 1, blocked: 0 },
    { day: NEXT, views: 2, repeated: 1, blocked: 0 },
  ]);
  const made = await block({ memberId: 'bob', void: true, reason: 'a macro' });
  expect(made).toMatchObject({ status: 201, json: { viewer: 'm:bob', from: null, applied: false } });
  await apply(idOf(made));
  expect(await counted()).toEqual([
    { day: DAY, views: 4, repeated: 0, blocked: 4 },
    { day: NEXT, views: 1, repeated: 0, blocked: 2 },
  ]);
  expect(await lines()).toEqual([
    { day: DAY, for: DAY, views: 7, won: 7 },
    { day: NEXT, for: NEXT, views: 1, won: 1 },
    { day: NEXT, for: DAY, views: -3, won: -3 },
  ]);
  expect((await query(DISAGREEMENTS)).rows).toEqual([]);
  expect((await call(GET, { headers })).json).toMatchObject({
    items: [{ applied: true, progress: { done: 2, of: 2, changed: 6 } }],
  });

  await lift(idOf(made));
  await apply(idOf(made));
  await runDaily(at('2026-11-22T02:00:00'), priceDay);
  expect(await counted()).toEqual(before);
  expect(await lines()).toEqual([
    { day: DAY, for: DAY, views: 7, won: 7 },
    { day: NEXT, for: NEXT, views: 2, won: 2 },
  ]);
  expect(await closedLines()).toBe(closedBefore);
  expect((await query(DISAGREEMENTS)).rows).toEqual([]);
});

test('what was paid back in a day that closed meanwhile comes back as a positive adjustment', async () => {
  await history();
  const id = idOf(await block({ viewer: 'm:bob', from: '2026-11-20T11:00:30+09:00', reason: 'a macro' }));
  await apply(id);
  expect((await lines()).at(-1)).toEqual({ day: NEXT, for: DAY, views: -2, won: -2 });
  await runDaily(at('2026-11-22T02:00:00'), priceDay);
  await query(`update days set state = 'closed' where day = $1`, [NEXT]);
  await query(`insert into days (day, state) values ('2026-11-22', 'settled')`);
  await lift(id);
  await apply(id);
  expect((await lines()).slice(-2)).toEqual([
    { day: '2026-11-22', for: NEXT, views: 1, won: 1 },
    { day: '2026-11-22', for: DAY, views: 2, won: 2 },
  ]);
});

test('an application that breaks off goes on where it was, and twice at once does it once', async () => {
  await history();
  const id = idOf(await block({ viewer: 'm:bob', void: true, reason: 'a macro' }));
  await Promise.all([apply(id), apply(id), foldDeltas()]);
  await apply(id);
  expect(await counted()).toMatchObject([
    { views: 4, blocked: 4 },
    { views: 1, blocked: 2 },
  ]);
  expect((await lines()).filter((line) => line.day !== line.for)).toHaveLength(1);
  expect((await query(DISAGREEMENTS)).rows).toEqual([]);
});

test('a preview says in figures what a block would take', async () => {
  await history();
  const preview = async (search: string) => (await call(PREVIEW, { path: `/?${search}`, headers })).json;
  expect(await preview('viewer=m:bob&void=true')).toEqual({
    ...{ viewer: 'm:bob', from: null, events: 6, clicks: 0, views: 4, adViews: 0, won: 4, contents: 1 },
    ...{ openDays: 1, closedDays: 1 },
  });
  expect(await preview('memberId=bob&from=2026-11-21T00:00:00%2B09:00')).toMatchObject({
    views: 1,
    won: 1,
    closedDays: 0,
  });
});

test('of two blocks of one viewer at once one is made, and lifting twice is lifting once', async () => {
  const answers = await Promise.all([1, 2, 3].map(() => block({ viewer: 'i:abc', void: true, reason: 'x' })));
  expect(answers.map((one) => one.status).sort()).toEqual([201, 409, 409]);
  expect(answers.find((one) => one.status === 409)?.json).toMatchObject({ code: 'abuse/already-blocked' });
  const id = idOf(answers.find((one) => one.status === 201) ?? { json: { id: 0 } });
  const [first, second] = [await lift(id), await lift(id)];
  expect(second.json).toEqual(first.json);
  const { rows } = await query(
    `select action from audit_log where subject_kind = 'viewer' and subject_id = 'i:abc' order by id`,
  );
  expect(rows).toEqual([{ action: 'viewer.voided' }, { action: 'viewer.unblocked' }]);
  expect((await lift(999_999)).json).toMatchObject({ code: 'abuse/block-not-found' });
});

test.each([
  [{ reason: 'x' }, '/viewer'],
  [{ viewer: 'ann', reason: 'x' }, '/viewer'],
  [{ viewer: 'm:ann', memberId: 'ann', reason: 'x' }, '/viewer'],
  [{ viewer: 'm:ann', from: '2026-11-20T00:00:00Z', void: true, reason: 'x' }, '/from'],
  [{ viewer: 'm:ann', from: 'yesterday', reason: 'x' }, '/from'],
  [{ viewer: 'm:ann', reason: ' ' }, '/reason'],
])('refuses %j at %s', async (body, pointer) => {
  expect(await block(body)).toMatchObject({ status: 422, json: { errors: [{ pointer }] } });
});

test('wants the scope, which an admin has and a creator has not', async () => {
  const reader = { authorization: (await bearer(['abuse:read'])).authorization };
  expect((await call(POST, { method: 'POST', body: { viewer: 'm:z', reason: 'x' }, headers: reader })).status).toBe(
    403,
  );
  const creator = await makeUser(db(), { email: 'maker@example.com', roles: ['creator'] });
  expect((await call(GET, { headers: await signedIn(db(), creator.id) })).status).toBe(403);
  const admin = await makeUser(db(), { email: 'boss@example.com', roles: ['admin'] });
  expect((await call(GET, { headers: await signedIn(db(), admin.id) })).status).toBe(200);
});
