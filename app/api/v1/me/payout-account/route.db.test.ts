import { beforeAll, beforeEach, expect, test } from 'vitest';
import { makeUser, signedIn } from '@/db/builders/people';
import { bearer, call } from '@/lib/http/testing/call';
import { db } from '@/lib/platform/database';
import { openNumber } from '@/lib/settlement/open-number';
import { GET as getPayee } from '../../settlement/creators/[id]/route';
import { GET, PUT } from './route';

type Headers = Record<string, string>;
let [ann, bob, boss, member]: Headers[] = [];
let annId = 0;
const query = (text: string, values: unknown[] = []) => db().$client.query(text, values);
const code = (answer: { status: number; json: unknown }) => [answer.status, (answer.json as { code?: string }).code];

const MINE = { bank: '004', number: '943202-00-184731', holder: 'Ann Lee', payee: 'individual' };
const get = (headers = ann) => call(GET, { headers: headers ?? {} });
const put = (body: unknown, headers = ann) => call(PUT, { method: 'PUT', body, headers: headers ?? {} });

beforeAll(async () => {
  annId = (await makeUser(db(), { email: 'ann@example.com', roles: ['creator'] })).id;
  ann = await signedIn(db(), annId);
  bob = await signedIn(db(), (await makeUser(db(), { email: 'bob@example.com', roles: ['creator'] })).id);
  boss = await signedIn(db(), (await makeUser(db(), { email: 'boss@example.com', roles: ['admin'] })).id);
  member = await signedIn(db(), (await makeUser(db(), { email: 'm@example.com' })).id);
});

beforeEach(() => query('truncate payout_accounts'));

test('only the last 4 digits are shown, to the creator and to an admin', async () => {
  expect((await get()).json).toEqual({ account: null });
  const account = { bank: '004', last4: '4731', holder: 'Ann Lee', payee: 'individual', businessNumber: null };
  expect((await put(MINE)).json).toMatchObject({ account });
  expect((await get()).json).toMatchObject({ account });
  expect((await get(bob)).json).toEqual({ account: null });
  const seen = await call(getPayee, { headers: boss ?? {}, params: { id: String(annId) } });
  expect(seen.json).toMatchObject({ id: annId, account, hold: null });
  expect(JSON.stringify([(await get()).json, seen.json])).not.toContain('94320200');
});

test('the number is sealed where it is kept, each time differently, and opens for its creator alone', async () => {
  await put(MINE);
  const first = (await query('select sealed_number as sealed from payout_accounts')).rows[0].sealed;
  await put(MINE);
  const second = (await query('select sealed_number as sealed from payout_accounts')).rows[0].sealed;
  expect(second).not.toBe(first);
  expect(openNumber(annId, second)).toBe('94320200184731');
  expect(() => openNumber(annId + 1, second)).toThrow('settlement/number-unreadable');
  const { rows } = await query('select * from payout_accounts');
  expect(JSON.stringify(rows)).not.toContain('94320200');
});

test('a change is in the audit log without the number', async () => {
  await put(MINE);
  await put({ ...MINE, bank: '088', number: '110432906518' });
  const { rows } = await query(
    `select before, after from audit_log where action = 'payout-account.changed' and subject_id = $1 order by id desc limit 1`,
    [String(annId)],
  );
  expect(rows).toMatchObject([{ before: { bank: '004', last4: '4731' }, after: { bank: '088', last4: '6518' } }]);
  expect(JSON.stringify(rows)).not.toMatch(/sealed|11043290/);
});

test.each([
  ['/bank', { bank: '999' }],
  ['/number', { number: '12345' }],
  ['/number', { number: '1234567890x' }],
  ['/holder', { holder: ' ' }],
  ['/payee', { payee: 'club' }],
  ['/businessNumber', { payee: 'business' }],
  ['/businessNumber', { payee: 'business', businessNumber: '120-81-47522' }],
  ['/businessNumber', { businessNumber: '120-81-47521' }],
])('refuses with 422 at %s: %j', async (pointer, change) => {
  expect(await put({ ...MINE, ...change })).toMatchObject({ status: 422, json: { errors: [{ pointer }] } });
  expect((await get()).json).toEqual({ account: null });
});

test('a business gives a registration number with its check digit', async () => {
  const business = { ...MINE, payee: 'business', businessNumber: '120-81-47521' };
  expect((await put(business)).json).toMatchObject({ account: { payee: 'business', businessNumber: '1208147521' } });
});

test('it is a door for creators, in person', async () => {
  expect(code(await get(member))).toEqual([403, 'accounts/missing-scope']);
  expect(code(await put(MINE, member))).toEqual([403, 'accounts/missing-scope']);
  const { authorization } = await bearer(['*']);
  expect(code(await put(MINE, { authorization }))).toEqual([401, 'accounts/unauthenticated']);
  expect(code(await call(getPayee, { headers: ann ?? {}, params: { id: String(annId) } }))[0]).toBe(403);
  expect(code(await call(getPayee, { headers: boss ?? {}, params: { id: '99999' } }))).toEqual([
    404,
    'settlement/payee-not-found',
  ]);
});
