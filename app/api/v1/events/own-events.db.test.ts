import { randomUUID } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { makeUser, signedIn } from '@/db/builders/people';
import { ensurePartitions } from '@/lib/events/ensure-partitions';
import type { LoggedEvent } from '@/lib/events/schema';
import { bearer, call } from '@/lib/http/testing/call';
import { addDays, type Day } from '@/lib/kernel/day';
import type { Page } from '@/lib/kernel/page';
import { db } from '@/lib/platform/database';
import { GET as hours } from '../settlements/hours/route';
import { GET } from './route';

type Headers = Record<string, string>;
let [ann, bob, boss, member, key]: Headers[] = [];
let annId = 0;
let own = 0;
const DAY = '2026-11-20' as Day;
const PASSED_ON = addDays(DAY, 1);
const query = (text: string, values: unknown[] = []) => db().$client.query(text, values);

// Ann's content passes to Bob on the next day. Type 4 is a view; reason 108 is a repeated one.
beforeAll(async () => {
  annId = (await makeUser(db(), { email: 'ann@example.com', roles: ['creator'] })).id;
  const bobId = (await makeUser(db(), { email: 'bob@example.com', roles: ['creator'] })).id;
  ann = await signedIn(db(), annId);
  bob = await signedIn(db(), bobId);
  boss = await signedIn(db(), (await makeUser(db(), { email: 'boss@example.com', roles: ['admin'] })).id);
  member = await signedIn(db(), (await makeUser(db(), { email: 'm@example.com' })).id);
  key = { authorization: (await bearer(['events:read', 'settlements:read'])).authorization };
  const { rows } = await query(
    `insert into contents (title, kind, duration_seconds, creator_id) values ('one', 'video', 600, $1), ('two', 'video', 600, $1) returning id`,
    [bobId],
  );
  own = rows[0].id;
  await query(`insert into content_owners values ($1, '2000-01-01', $3), ($1, $4, $5), ($2, '2000-01-01', $5)`, [
    own,
    rows[1].id,
    annId,
    PASSED_ON,
    bobId,
  ]);
  await ensurePartitions({ from: DAY, to: PASSED_ON });
  for (const [content, day, clock, viewer, reason] of [
    [own, DAY, '10:00:00', 'm:secret-member', 0],
    [own, DAY, '10:00:10', 'm:secret-member', 108],
    [own, DAY, '11:00:00', 'i:c0ffee-hash-of-an-address', 0],
    [own, PASSED_ON, '10:00:00', 'm:secret-member', 0],
    [rows[1].id, DAY, '10:00:00', 'm:secret-member', 0],
  ])
    await query(
      `insert into events (id, content_id, at, day, type, reason, viewer) values ($1, $2, $3, $4, 4, $5, $6)`,
      [randomUUID(), content, `${day}T${clock}+09:00`, day, reason, viewer],
    );
});

const ask = (search: string, headers?: Headers) =>
  call(GET, { path: `/api/v1/events?${search}`, ...(headers && { headers }) });
const eventsOf = async (search: string, headers?: Headers) =>
  ((await ask(search, headers)).json as Page<LoggedEvent>).items;
const code = (answer: { status: number; json: unknown }) => [answer.status, (answer.json as { code?: string }).code];
const GONE = [404, 'content/not-found'];

test('a creator sees the events of their own content, counted and refused, each with its reason', async () => {
  const events = await eventsOf(`day=${DAY}&contentId=${own}`, ann);
  expect(events.map((event) => [event.type, event.reason])).toEqual([
    ['view', null],
    ['view', 'repeat-view'],
    ['view', null],
  ]);
  expect(await eventsOf(`day=${DAY}&contentId=${own}&outcome=refused`, ann)).toHaveLength(1);
});

test('viewers have short names there: one viewer one name, and nothing of the member or the address', async () => {
  const answer = await ask(`day=${DAY}&contentId=${own}`, ann);
  const names = (answer.json as Page<LoggedEvent>).items.map((event) => event.viewer);
  expect(names.every((name) => /^p:[0-9a-f]{8}$/.test(name))).toBe(true);
  expect([names[1], new Set(names).size]).toEqual([names[2], 2]);
  expect(JSON.stringify(answer.json)).not.toMatch(/secret-member|c0ffee/);
  const [bobs] = await eventsOf(`day=${PASSED_ON}&contentId=${own}`, bob);
  expect(names).not.toContain(bobs?.viewer);
});

test('the owner as of that day sees the day, and nobody else does', async () => {
  expect(await eventsOf(`day=${PASSED_ON}&contentId=${own}`, bob)).toHaveLength(1);
  expect(code(await ask(`day=${DAY}&contentId=${own}`, bob))).toEqual(GONE);
  expect(code(await ask(`day=${PASSED_ON}&contentId=${own}`, ann))).toEqual(GONE);
  expect(code(await ask(`day=${DAY}&contentId=${own + 1}`, ann))).toEqual(GONE);
  expect(code(await ask(`day=${DAY}&contentId=99999`, ann))).toEqual(GONE);
});

test('a creator has to name a content, and cannot look for a viewer', async () => {
  expect(code(await ask(`day=${DAY}`, ann))).toEqual([422, 'events/name-a-content']);
  expect(code(await ask(`day=${DAY}&contentId=${own}&viewer=m:secret-member`, ann))).toEqual([
    422,
    'events/viewer-hidden',
  ]);
});

test('programs and admins see every event, and who it was', async () => {
  for (const headers of [boss, key]) {
    const events = await eventsOf(`day=${DAY}`, headers);
    expect(events.map((event) => event.viewer)).toContain('m:secret-member');
    expect(events).toHaveLength(4);
  }
  expect(code(await ask(`day=${DAY}&contentId=${own}`, member))).toEqual([403, 'accounts/missing-scope']);
});

test('hours of a day are open to the owner as of that day alone', async () => {
  const hoursFor = (search: string, headers?: Headers) =>
    call(hours, { path: `/api/v1/settlements/hours?${search}`, ...(headers && { headers }) });
  const answer = await hoursFor(`day=${DAY}&contentId=${own}`, ann);
  const items = (answer.json as { items: { views: number; refused: Record<string, number> }[] }).items;
  expect([items.length, items[10]?.views, items[10]?.refused, items[11]?.views]).toEqual([
    24,
    1,
    { 'repeat-view': 1 },
    1,
  ]);
  expect(code(await hoursFor(`day=${DAY}&contentId=${own}`, bob))).toEqual(GONE);
  expect((await hoursFor(`day=${DAY}&contentId=${own}`, boss)).status).toBe(200);
  expect(code(await hoursFor(`day=${DAY}&contentId=${own}`, member))).toEqual([403, 'accounts/missing-scope']);
  expect((await hoursFor(`day=${DAY}`, ann)).status).toBe(422);
});

test('no other door opens with the scope that creators have for their own events', () => {
  const doors = globSync('app/api/**/route.ts').filter((path) => readFileSync(path, 'utf8').includes("'events:read'"));
  expect(doors).toEqual(['app/api/v1/events/route.ts']);
});
