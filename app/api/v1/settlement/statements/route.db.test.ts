import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { makeDays } from '@/db/builders/days';
import { makeLines } from '@/db/builders/lines';
import { makeUser, signedIn } from '@/db/builders/people';
import { REASON_CODES, TYPE_CODES } from '@/lib/events/codes';
import { bearer, call } from '@/lib/http/testing/call';
import { db } from '@/lib/platform/database';
import type { Statement, StatementLine } from '@/lib/settlement/statement-schema';
import { POST as close } from '../months/[month]/close/route';
import { GET as getLines } from './[id]/lines/route';
import { GET as getOne } from './[id]/route';
import { GET } from './route';

type Headers = Record<string, string>;
let [key, ann, boss, member]: Headers[] = [];
let [annId, bobId] = [0, 0];
const query = (text: string, values: unknown[] = []) => db().$client.query(text, values);

async function refusedView(
  contentId: number,
  day: string,
  type: 'view' | 'ad-view',
  reason: keyof typeof REASON_CODES,
) {
  await query(
    `insert into events (id, content_id, at, day, type, reason, viewer) values ($1, $2, $3::date + interval '12 hours', $3, $4, $5, 'm:x')`,
    [randomUUID(), contentId, day, TYPE_CODES[type], REASON_CODES[reason]],
  );
  await query(
    `insert into summaries (grain, start_on, content_id, ${reason.replaceAll('-', '_')}) values ('d', $1, $2, 1)
     on conflict (grain, start_on, content_id) do update set ${reason.replaceAll('-', '_')} = 1`,
    [day, contentId],
  );
}

beforeAll(async () => {
  key = { authorization: (await bearer(['settlements:read', 'settlements:write'])).authorization };
  annId = (await makeUser(db(), { email: 'ann@example.com', name: 'Ann', roles: ['creator'] })).id;
  bobId = (await makeUser(db(), { email: 'bob@example.com', roles: ['creator'] })).id;
  ann = await signedIn(db(), annId);
  boss = await signedIn(db(), (await makeUser(db(), { email: 'boss@example.com', roles: ['admin'] })).id);
  member = await signedIn(db(), (await makeUser(db(), { email: 'm@example.com' })).id);
  await query(
    `insert into contents (title, kind, duration_seconds, creator_id) select 'video ' || n, 'video', 600, case when n < 3 then $1::bigint else $2 end from generate_series(1, 3) n`,
    [annId, bobId],
  );
  await query(
    `insert into content_owners (content_id, from_on, creator_id) select id, '2000-01-01', creator_id from contents`,
  );
  await makeLines(db(), [
    { contentId: 1, creatorId: annId, day: '2026-09-02', views: 100, adViews: 1000 },
    { contentId: 1, creatorId: annId, day: '2026-09-03', views: 50 },
    { contentId: 1, creatorId: annId, day: '2026-09-03', forDay: '2026-09-02', views: -10 },
    { contentId: 2, creatorId: annId, day: '2026-09-30', views: 7, adViews: 3000 },
    { contentId: 3, creatorId: bobId, day: '2026-09-30', views: 3000 },
    { contentId: 3, creatorId: null, day: '2026-09-29', views: 500 },
    { contentId: 1, creatorId: annId, day: '2026-10-01', views: 1234 },
  ]);
  await refusedView(1, '2026-09-02', 'view', 'repeat-view');
  await refusedView(1, '2026-09-02', 'view', 'repeat-view');
  await refusedView(2, '2026-09-05', 'ad-view', 'daily-cap');
  await refusedView(3, '2026-09-05', 'view', 'own-content');
  await makeDays(db(), { from: '2026-09-01', to: '2026-09-30', state: 'closed' });
  await makeDays(db(), { from: '2026-10-01', to: '2026-10-02', state: 'settled' });
  await call(close, { method: 'POST', headers: key, params: { month: '2026-09' } });
});

const ask = (search: string, headers = key) =>
  call(GET, { path: `/api/v1/settlement/statements?${search}`, ...(headers && { headers }) });
const items = async (search: string, headers = key) =>
  ((await ask(search, headers)).json as { items: Statement[] }).items;
const one = (id: string, headers = key) => call(getOne, { headers: headers ?? {}, params: { id } });
const lines = (id: string, search = '', headers = key) =>
  call(getLines, { path: `/x?${search}`, headers: headers ?? {}, params: { id } });
const code = (answer: { status: number; json: unknown }) => [answer.status, (answer.json as { code?: string }).code];

test('a statement sums the lines of a creator, with what is withheld and what was refused by reason', async () => {
  const id = `2026-09-${annId}`;
  const { json } = await one(id, ann);
  expect(json).toMatchObject({
    ...{
      id,
      month: '2026-09',
      state: 'final',
      from: '2026-09-01',
      to: '2026-09-30',
      creator: { id: annId, name: 'Ann' },
    },
    ...{ videos: 2, views: 147, adViews: 4000, videoAmount: 147, adAmount: 40_000, total: 40_147, adjustments: -10 },
    ...{ payee: 'individual', incomeTaxRate: 0.03, localTaxRate: 0.1, incomeTax: 1200, localTax: 120, net: 38_827 },
    ...{ carriedIn: 0, carriedOut: 0, lines: 4 },
    refusals: [
      { type: 'view', reason: 'repeat-view', count: 2 },
      { type: 'ad-view', reason: 'daily-cap', count: 1 },
    ],
    payout: { state: 'pending', amount: 38_827, reason: 'no-account', account: null },
  });
  expect((json as Statement).checksum).toMatch(/^[0-9a-f]{64}$/);
});

test('its lines are its videos, what earned most first, and sum to it page by page', async () => {
  const id = `2026-09-${annId}`;
  const first = (await lines(id, 'limit=1', ann)).json as { items: StatementLine[]; nextCursor: string };
  const second = (await lines(id, `limit=1&cursor=${first.nextCursor}`, ann)).json as typeof first;
  const all = [...first.items, ...second.items];
  expect(all.map((line) => [line.contentId, line.title, line.total])).toEqual([
    [2, 'video 2', 30_007],
    [1, 'video 1', 10_140],
  ]);
  expect(all.reduce((sum, line) => sum + line.total, 0)).toBe(((await one(id)).json as Statement).total);
  expect(second.nextCursor).toBeNull();
  expect(all[1]?.adjustments).toEqual([
    {
      ...{ day: '2026-09-03', forDay: '2026-09-02', reason: 'voided', views: -10, adViews: 0 },
      ...{ videoAmount: -10, adAmount: 0, total: -10 },
    },
  ]);
});

test('an open month has a provisional statement for its creator, in the same shape', async () => {
  expect((await one(`2026-10-${annId}`, ann)).json).toMatchObject({
    ...{ state: 'provisional', total: 1234, incomeTax: 30, localTax: 0, net: 1204, closedAt: null, payout: null },
  });
  expect((await items('', ann)).map((row) => [row.month, row.state])).toEqual([
    ['2026-10', 'provisional'],
    ['2026-09', 'final'],
  ]);
  expect((await items('month=2026-10', ann)).map((row) => row.total)).toEqual([1234]);
  expect(await items('month=2026-10')).toEqual([]);
});

test('a list goes on where the page before ended', async () => {
  const first = (await ask('limit=1')).json as { items: Statement[]; nextCursor: string };
  const second = (await ask(`limit=1&cursor=${first.nextCursor}`)).json as typeof first;
  expect([...first.items, ...second.items].map((row) => row.creator.id)).toEqual([annId, bobId]);
  expect(second.nextCursor).toBeNull();
});

test("a creator sees their own; another's is not there, but for an admin", async () => {
  const bobs = `2026-09-${bobId}`;
  for (const answer of [await one(bobs, ann), await lines(bobs, '', ann)])
    expect(code(answer)).toEqual([404, 'settlement/statement-not-found']);
  expect(code(await ask(`creatorId=${bobId}`, ann))).toEqual([404, 'settlement/creator-not-found']);
  expect((await one(bobs, boss)).json).toMatchObject({ total: 3000, refusals: [{ reason: 'own-content' }] });
  expect((await items('', ann)).every((row) => row.creator.id === annId)).toBe(true);
});

test.each(['x', '2026-13-1', '2026-09-0', '2026-09-99999', '2026-09', '2026-08-1'])(
  'there is no statement %s',
  async (id) => {
    expect(code(await one(id))).toEqual([404, 'settlement/statement-not-found']);
  },
);

test('wants the scope, or a role that has it, and known values', async () => {
  expect(code(await ask('', member))).toEqual([403, 'accounts/missing-scope']);
  expect(code(await one(`2026-09-${annId}`, member))).toEqual([403, 'accounts/missing-scope']);
  expect((await ask('', {})).status).toBe(401);
  for (const search of ['month=2026-9', 'cursor=x', 'creatorId=-1', 'limit=0'])
    expect((await ask(search)).status).toBe(422);
  expect((await lines(`2026-09-${annId}`, 'cursor=x')).status).toBe(422);
});

test('what a closed month says never changes', async () => {
  await expect(query('update statements set views = views + 1')).rejects.toThrow('statements is closed');
  await expect(query('delete from statements')).rejects.toThrow('statements is closed');
  await expect(query(`delete from settlement_months`)).rejects.toThrow('settlement_months is closed');
});
