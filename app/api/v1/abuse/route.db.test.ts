import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { makeUser, signedIn } from '@/db/builders/people';
import { asTooMuch } from '@/lib/abuse/as-too-much';
import type { SuspectList } from '@/lib/abuse/schema';
import type { EventType, Reason } from '@/lib/events/codes';
import { ensurePartitions } from '@/lib/events/ensure-partitions';
import { foldDeltas } from '@/lib/events/fold-deltas';
import { insertEvents } from '@/lib/events/store';
import { bearer, call } from '@/lib/http/testing/call';
import type { Day } from '@/lib/kernel/day';
import { db, ingestDb } from '@/lib/platform/database';
import { GET as ONE } from './[viewer]/route';
import { GET } from './route';

const DAYS = { from: '2026-11-19' as Day, to: '2026-11-21' as Day };
let headers: Record<string, string>;
let contentIds: number[] = [];

beforeAll(async () => {
  await ensurePartitions(DAYS);
  headers = { authorization: (await bearer(['abuse:read'])).authorization };
  const { rows } = await db().$client.query<{ id: number }>(
    `insert into contents (title, kind, duration_seconds) values ('one', 'video', 600), ('two', 'video', 600) returning id`,
  );
  contentIds = rows.map((row) => row.id);
  // ann repeats herself, bob is fast, carol is a reader, dora takes likes back and forth.
  for (let n = 0; n < 5; n++) await log('m:ann', `2026-11-20T10:00:0${n}`, { reason: n > 0 ? 'repeat-view' : null });
  for (let n = 0; n < 9; n++) await log('i:bob', `2026-11-21T11:00:0${n}`, { type: 'click', content: n % 2 });
  await log('i:bob', '2026-11-19T23:59:00', { type: 'click', reason: 'rapid-repeat' });
  await log('m:carol', '2026-11-20T12:00:00', {});
  for (let n = 0; n < 7; n++) await log('m:dora', `2026-11-20T13:0${n}:00`, { type: 'like', reason: 'already-liked' });
  await foldDeltas();
  await db().$client.query(
    `insert into viewer_blocks (viewer, reason, created_by, created_at) values ('i:bob', 'too fast', 'a test', now())`,
  );
});

type Over = { type?: EventType; reason?: Reason | null; content?: number };

async function log(viewer: string, time: string, { type = 'view', reason = null, content = 0 }: Over): Promise<void> {
  const rest = { index: 0, id: randomUUID(), ownerMemberId: null, adPositionSeconds: null, adVideoId: null };
  const when = { day: time.slice(0, 10) as Day, atMs: new Date(`${time}+09:00`).getTime() };
  const candidate = { ...rest, ...when, type, contentId: contentIds[content] ?? 0, viewer };
  await insertEvents(ingestDb().$client, [{ candidate, reason }], { rejected: new Map(), duplicates: 0 });
}

const list = (search: string) => call(GET, { path: `/?from=${DAYS.from}&to=${DAYS.to}${search}`, headers });
const viewersOf = ({ json }: { json: unknown }) => (json as SuspectList).items.map(({ viewer }) => viewer);

test('the most refused come first, with their reasons and the share of what they viewed most', async () => {
  const answer = await list('');
  expect(viewersOf(answer)).toEqual(['m:ann', 'i:bob']);
  expect(answer.json).toMatchObject({
    ...DAYS,
    items: [
      {
        ...{ events: 5, counted: 1, refused: 4, reasons: { 'repeat-view': 4 }, contents: 1, peakPerMinute: 5 },
        ...{ top: { contentId: contentIds[0], title: 'one', views: 1, share: 0.5 }, blocked: false },
      },
      { events: 10, counted: 9, refused: 1, reasons: { 'rapid-repeat': 1 }, contents: 2, top: null, blocked: true },
    ],
  });
});

test('by rate the fastest come first', async () => {
  expect(viewersOf(await list('&by=rate'))).toEqual(['i:bob', 'm:ann', 'm:carol', 'm:dora']);
});

test.each(['refusals', 'rate'])('by %s page by page none is lost or repeated', async (by) => {
  const seen: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { json } = await list(`&by=${by}&limit=1${cursor && `&cursor=${cursor}`}`);
    seen.push(...viewersOf({ json }));
    cursor = (json as SuspectList).nextCursor;
  }
  expect(seen).toEqual(viewersOf(await list(`&by=${by}`)));
});

test('a like that changed nothing is no refusal of the abuse desk', async () => {
  expect(viewersOf(await list(''))).not.toContain('m:dora');
});

test('a viewer opens to contents by day, hours of the business zone, and blocks', async () => {
  const path = `/?from=${DAYS.from}&to=${DAYS.to}`;
  const { json } = await call(ONE, { path, headers, params: { viewer: 'i%3Abob' } });
  expect(json).toMatchObject({
    viewer: 'i:bob',
    suspect: { events: 10 },
    hours: [
      { hour: 11, counted: 9, refused: 0 },
      { hour: 23, counted: 0, refused: 1 },
    ],
    contents: [
      { day: '2026-11-21', title: 'one', clicks: 5 },
      { day: '2026-11-21', title: 'two', clicks: 4 },
      { day: '2026-11-19', title: 'one', clicks: 0, refused: 1, reasons: { 'rapid-repeat': 1 } },
    ],
    blocks: [{ reason: 'too fast' }],
  });
  const nobody = await call(ONE, { path, headers, params: { viewer: 'm:nobody' } });
  expect(nobody.json).toMatchObject({ suspect: null, hours: [], contents: [], blocks: [] });
});

test.each([
  ['to=2026-11-18&from=2026-11-19', '?to'],
  ['from=2026-10-01&to=2026-11-01', '?to'],
  ['from=yesterday', '?from'],
  ['cursor=x', '?cursor'],
])('refuses %s at %s', async (search, pointer) => {
  expect(await call(GET, { path: `/?${search}`, headers })).toMatchObject({
    status: 422,
    json: { errors: [{ pointer }] },
  });
});

test('what is no name of a viewer is refused', async () => {
  for (const viewer of ['%', 'm%3A%E0', 'somebody'])
    expect(await call(ONE, { path: '/', headers, params: { viewer } })).toMatchObject({
      status: 422,
      json: { errors: [{ pointer: '?viewer' }] },
    });
});

test('a period that takes too long is refused with what to do', async () => {
  const slow = db().$client.query(`begin; set local statement_timeout = 50; select pg_sleep(5)`);
  await expect(asTooMuch(slow)).rejects.toMatchObject({ code: 'abuse/period-too-busy' });
});

test('wants the scope, which an admin has and a creator has not', async () => {
  const creator = await makeUser(db(), { email: 'maker@example.com', roles: ['creator'] });
  expect((await call(GET, { headers: await signedIn(db(), creator.id) })).status).toBe(403);
  const admin = await makeUser(db(), { email: 'boss@example.com', roles: ['admin'] });
  expect((await call(GET, { headers: await signedIn(db(), admin.id) })).status).toBe(200);
});
