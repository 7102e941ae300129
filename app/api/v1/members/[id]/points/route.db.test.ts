import { beforeAll, expect, test } from 'vitest';
import { makeUser, signedIn } from '@/db/builders/people';
import { bearer, call } from '@/lib/http/testing/call';
import { db } from '@/lib/platform/database';
import type { PointEntry } from '@/lib/points/schema';
import { transfer } from '@/lib/points/transfer';
import { GET as getEntries } from './entries/route';
import { GET } from './route';

let program: Record<string, string>;
const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 1, minute));

beforeAll(async () => {
  program = { authorization: (await bearer(['members:read'])).authorization };
});

const points = async (id: string, headers = program) => (await call(GET, { headers, params: { id } })).json;
const entries = async (id: string, query = '', headers = program) =>
  (await call(getEntries, { headers, params: { id }, path: `/?${query}` })).json as {
    items: PointEntry[];
    nextCursor: string | null;
  };
const give = (memberId: string, n: number, amount = n) =>
  transfer(db(), {
    memberId,
    reference: `test:${n}`,
    kind: amount > 0 ? 'ad-reward' : 'order',
    amount,
    account: 'ads',
    now: at(n),
  });

test('says what a member has and what is on its way', async () => {
  await give('ann', 5);
  await give('ann', 7);
  await db().$client.query(
    `insert into point_accruals (member_id, reference, kind, amount, promised_at, accrued_at) values
     ('ann', 'a', 'ad-reward', 30, now(), null), ('ann', 'b', 'ad-reward', 4, now(), null), ('ann', 'c', 'ad-reward', 100, now(), now())`,
  );
  expect(await points('ann')).toEqual({ balance: 12, pending: 34 });
});

test('whoever never joined has nothing', async () => {
  expect(await points('고객 #1/2')).toEqual({ balance: 0, pending: 0 });
  expect(await entries('고객 #1/2')).toEqual({ items: [], nextCursor: null });
});

test.each(['x'.repeat(65), 'a\u0000b', '\ud800', ''])('there is no member %j', async (id) => {
  expect(await points(id)).toMatchObject({ status: 404, code: 'accounts/member-not-found' });
  expect(await entries(id)).toMatchObject({ status: 404, code: 'accounts/member-not-found' });
});

test("a person sees their own points and nobody else's, an admin everybody's", async () => {
  const own = await makeUser(db(), { email: 'own@example.com' });
  const headers = await signedIn(db(), own.id);
  await give(own.memberId, 9);
  expect(await points(own.memberId, headers)).toEqual({ balance: 9, pending: 0 });
  expect((await entries(own.memberId, '', headers)).items).toHaveLength(1);
  for (const answer of [await points('ann', headers), await entries('ann', '', headers)])
    expect(answer).toMatchObject({ status: 404, code: 'accounts/member-not-found' });
  const admin = await makeUser(db(), { email: 'admin@example.com', roles: ['admin'] });
  expect(await points(own.memberId, await signedIn(db(), admin.id))).toEqual({ balance: 9, pending: 0 });
});

test('needs the scope members:read', async () => {
  const { authorization } = await bearer(['ads:join']);
  expect(await points('ann', { authorization })).toMatchObject({ status: 403, code: 'accounts/missing-scope' });
  expect(await points('ann', {})).toMatchObject({ status: 401 });
});

test('entries come newest first, page by page, without losing or repeating one, also while new ones come', async () => {
  for (let n = 1; n <= 7; n++) await give('bob', n, n === 4 ? -3 : n);
  const first = await entries('bob', 'limit=3');
  await give('bob', 8);
  const second = await entries('bob', `limit=3&cursor=${first.nextCursor}`);
  const third = await entries('bob', `limit=3&cursor=${second.nextCursor}`);
  const all = [...first.items, ...second.items, ...third.items];
  expect(all.map(({ amount }) => amount)).toEqual([7, 6, 5, -3, 3, 2, 1]);
  expect(third.nextCursor).toBeNull();
  expect(first.items[0]).toEqual({
    id: expect.any(Number),
    at: at(7).toISOString(),
    amount: 7,
    kind: 'ad-reward',
    reference: 'test:7',
    subject: null,
  });
});

test.each(['cursor=x', 'cursor=WyJhIl0', 'cursor=WzEuNV0', 'limit=0', 'limit=201', 'limit=x'])(
  'a wrong question (%s) is 422',
  async (query) => {
    expect(await entries('bob', query)).toMatchObject({ status: 422 });
  },
);

test('the reward of an ad is named by the ad, as it was called then', async () => {
  const { rows } = await db().$client.query<{ id: number }>(
    `insert into participations (ad_id, member_id, joined_at, reward_points, ad_name)
     values (1, 'eve', $1, 20, 'A survey') returning id`,
    [at(1)],
  );
  const reward = { memberId: 'eve', kind: 'ad-reward', amount: 20, account: 'ads' } as const;
  await transfer(db(), { ...reward, reference: `participation:${rows[0]?.id}`, now: at(2) });
  await transfer(db(), { ...reward, reference: 'participation:987654', now: at(3) });
  expect((await entries('eve')).items.map(({ subject }) => subject)).toEqual([null, 'A survey']);
});
