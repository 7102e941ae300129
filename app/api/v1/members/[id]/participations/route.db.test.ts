import { beforeAll, expect, test } from 'vitest';
import { makeAd, makeParticipation } from '@/db/builders/ads';
import { makeUser, signedIn } from '@/db/builders/people';
import { LIST_JOINED } from '@/lib/ads/queries/list-joined';
import type { JoinedAd } from '@/lib/ads/schema';
import { bearer, call } from '@/lib/http/testing/call';
import { db } from '@/lib/platform/database';
import { GET } from './route';

type Headers = Record<string, string>;
type Listed = { items: JoinedAd[]; nextCursor: string | null };
let key: Headers;
let bora: Headers;
let admin: Headers;
let boraMember = '';

beforeAll(async () => {
  key = { authorization: (await bearer(['members:read'])).authorization };
  const user = await makeUser(db(), { email: 'bora@example.com' });
  boraMember = user.memberId;
  bora = await signedIn(db(), user.id);
  admin = await signedIn(db(), (await makeUser(db(), { email: 'boss@example.com', roles: ['admin'] })).id);
});

const ask = (memberId: string, query = '', headers = key) =>
  call(GET, {
    path: `/api/v1/members/${encodeURIComponent(memberId)}/participations?${query}`,
    headers,
    params: { id: memberId },
  });
const listed = async (memberId: string, query = '') => (await ask(memberId, query)).json as Listed;
const code = (answer: { status: number; json: unknown }) => [answer.status, (answer.json as { code?: string }).code];
const join = async (memberId: string, joinedAt: string, name?: string) => {
  const ad = await makeAd(db(), { ...(name && { name }), rewardPoints: 30 });
  await makeParticipation(db(), ad.id, { memberId, joinedAt: new Date(joinedAt) });
  return ad.id;
};

test('tells what was joined, with name and reward as they were', async () => {
  const adId = await join('one', '2026-11-20T01:02:03.004Z', '여름 광고');
  await db().$client.query(`update ads set name = 'new', reward_points = 9 where id = $1`, [adId]);
  expect(await listed('one')).toEqual({
    items: [{ joinedAt: '2026-11-20T01:02:03.004Z', memberId: 'one', adId, adName: '여름 광고', rewardPoints: 30 }],
    nextCursor: null,
  });
  expect(await listed('nobody')).toEqual({ items: [], nextCursor: null });
});

test('oldest first, page by page, none lost or repeated, also of one moment', async () => {
  const ids: number[] = [];
  for (const second of [3, 1, 2, 2, 2, 2, 5]) ids.push(await join('many', `2026-11-20T00:00:0${second}Z`));
  const [a, b, c, d, e, f, g] = ids;
  const seen: number[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: Listed = await listed('many', `limit=2${cursor && `&cursor=${cursor}`}`);
    seen.push(...page.items.map(({ adId }) => adId));
    cursor = page.nextCursor;
  }
  expect(seen).toEqual([b, c, d, e, f, a, g]);
  expect((await listed('many', 'limit=7')).nextCursor).toBeNull();
});

test('at most 50 a page, and 50 when nothing is said', async () => {
  await db().$client.query(
    `insert into participations (ad_id, member_id, joined_at, reward_points, ad_name)
     select 100000 + n, 'fifty', '2026-01-01T00:00:00Z', 1, 'x' from generate_series(1, 51) n`,
  );
  const first = await listed('fifty');
  expect(first.items).toHaveLength(50);
  expect((await listed('fifty', `cursor=${first.nextCursor}`)).items).toHaveLength(1);
});

test('days are whole business days; an instant to is left out itself', async () => {
  await join('days', '2026-11-20T14:59:59.999Z', 'the 20th');
  await join('days', '2026-11-20T15:00:00Z', 'first of the 21st');
  await join('days', '2026-11-21T14:59:59.999Z', 'last of the 21st');
  await join('days', '2026-11-21T15:00:00Z', 'the 22nd');
  const names = async (query: string) => (await listed('days', query)).items.map(({ adName }) => adName);
  const both = ['first of the 21st', 'last of the 21st'];
  expect(await names('from=2026-11-21&to=2026-11-21')).toEqual(both);
  expect(await names('from=2026-11-21')).toEqual([...both, 'the 22nd']);
  expect(await names('to=2026-11-21')).toEqual(['the 20th', ...both]);
  expect(await names('from=2026-11-20T15:00:00.001Z&to=2026-11-21')).toEqual(['last of the 21st']);
  expect(await names('from=2026-11-21&to=2026-11-21T23:59:59.999%2B09:00')).toEqual(['first of the 21st']);
  expect(await names('from=2026-11-21T15:00:00Z&to=2026-11-21T15:00:00Z')).toEqual([]);
  expect(await names('from=2026-11-21T14:59:00Z&to=2026-11-21')).toEqual(['last of the 21st']);
});

test.each([
  'from=2026-11-22&to=2026-11-21',
  'from=2026-11-21T15:00:00Z&to=2026-11-21',
  'from=2026-11-21T15:00:00.001Z&to=2026-11-21T15:00:00Z',
])('refuses %s: from is after to', async (query) => {
  const answer = await ask('x', query);
  expect(code(answer)).toEqual([422, 'ads/range-reversed']);
  expect(answer.json).toMatchObject({ errors: [{ pointer: '?from' }] });
});

test.each([
  'limit=51',
  'limit=0',
  'limit=x',
  'from=yesterday',
  'to=2026-02-30',
  'to=2026-11-21T00:00:00',
  'cursor=x',
  'cursor=WyJ4IiwxXQ',
  'cursor=WzFlMzAsMV0',
])('refuses %s and names the field', async (query) => {
  expect(await ask('x', query)).toMatchObject({
    status: 422,
    json: { errors: [{ pointer: `?${query.split('=')[0]}` }] },
  });
});

test("a member's session sees its own; another's is not there, but for an admin", async () => {
  await join(boraMember, '2026-11-20T00:00:00Z');
  expect((await ask(boraMember, '', bora)).json).toMatchObject({ items: [{ memberId: boraMember }] });
  expect((await ask(boraMember, '', admin)).json).toMatchObject({ items: [{ memberId: boraMember }] });
  expect(code(await ask('one', '', bora))).toEqual([404, 'accounts/member-not-found']);
  expect(code(await ask('x'.repeat(65)))).toEqual([404, 'accounts/member-not-found']);
});

test('wants the scope', async () => {
  const { authorization } = await bearer(['ads:read']);
  expect(code(await ask('x', '', { authorization }))).toEqual([403, 'accounts/missing-scope']);
  expect((await ask('x', '', {})).status).toBe(401);
});

test('a page is one walk along one index of one partition', async () => {
  const client = await db().$client.connect();
  await client.query('set plan_cache_mode = force_generic_plan; set enable_seqscan = off; set enable_bitmapscan = off');
  await client.query(`prepare listed as ${LIST_JOINED}`);
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(
    `explain execute listed('fifty', '2020-01-01', 0, '2020-01-01', '2030-01-01', 51)`,
  );
  client.release(true);
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan).toContain('Subplans Removed: 15');
  expect(plan).toMatch(/Index Scan using participations_\d+_member_id_joined_at_id_idx/);
  expect(plan).not.toMatch(/-> +(Incremental )?Sort/);
});
