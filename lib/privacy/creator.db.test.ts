import { beforeEach, expect, test } from 'vitest';
import { POST as postErase } from '@/app/api/v1/members/[id]/erase/route';
import { GET as getExport } from '@/app/api/v1/members/[id]/export/route';
import { makeDays } from '@/db/builders/days';
import { makeLines } from '@/db/builders/lines';
import { type BuiltUser, makeUser, signedIn } from '@/db/builders/people';
import { SYSTEM } from '@/lib/accounts/actor';
import { call } from '@/lib/http/testing/call';
import { db } from '@/lib/platform/database';
import { approvePayout } from '@/lib/settlement/approve-payout';
import { closeMonth } from '@/lib/settlement/close-month';
import type { Month } from '@/lib/settlement/month';
import { payPayout } from '@/lib/settlement/pay-payout';
import { putPayoutAccount } from '@/lib/settlement/put-payout-account';
import { MemberExport } from './schema';

const BY = { actor: SYSTEM, requestId: 'of the test', now: new Date('2026-11-21T12:00:00+09:00') };
const ACCOUNT = { bank: '004', number: '94320200184731', holder: 'Ann Lee', payee: 'individual' } as const;
let ann: BuiltUser;
let payoutId: number;

/** Ann earned 2,000 won in September, of which 60 are withheld: 6 won of local tax are too few. */
beforeEach(async () => {
  await db().$client.query(
    'begin; set local session_replication_role = replica; truncate users, settlement_lines, days, statements, settlement_months, payouts, payout_accounts cascade; commit',
  );
  ann = await makeUser(db(), { email: 'ann@example.com', name: 'Ann', roles: ['creator'] });
  const bob = await makeUser(db(), { email: 'bob@example.com', name: 'Bob', roles: ['creator'] });
  await makeLines(db(), [
    { contentId: 1, creatorId: ann.id, day: '2026-09-02', views: 2000 },
    { contentId: 2, creatorId: bob.id, day: '2026-09-02', views: 5000 },
  ]);
  await makeDays(db(), { from: '2026-09-01', to: '2026-09-30', state: 'closed' });
  await putPayoutAccount({ ...BY, creatorId: ann.id, wanted: ACCOUNT });
  await closeMonth({ ...BY, month: '2026-09-01' as Month });
  const { rows } = await db().$client.query('select id from payouts where creator_id = $1', [ann.id]);
  payoutId = rows[0].id;
});

const params = () => ({ id: ann.memberId });
const read = async () => call(getExport, { path: '/x', params: params(), headers: await signedIn(db(), ann.id) });
const erase = async () =>
  call(postErase, {
    method: 'POST',
    path: '/x',
    params: params(),
    headers: await signedIn(db(), ann.id),
    body: { confirm: ann.memberId },
  });

test('a creator takes away their own statements and payouts, and of the account number its last digits', async () => {
  await approvePayout({ ...BY, id: payoutId });
  await payPayout({ ...BY, id: payoutId, reference: 'T1' });
  const { status, json } = await read();
  expect(status).toBe(200);
  const told = MemberExport.parse(json);
  const account = { bank: '004', last4: '4731', holder: 'Ann Lee' };
  expect(told.payoutAccounts).toEqual([
    { ...account, payee: 'individual', businessNumber: null, changedAt: expect.any(String) },
  ]);
  expect(told.statements).toMatchObject([
    { month: '2026-09', videoAmount: 2000, incomeTaxRate: 0.03, incomeTax: 60, localTax: 0, net: 1940, carriedOut: 0 },
  ]);
  expect(told.payouts).toMatchObject([
    { ...account, id: payoutId, month: '2026-09', amount: 1940, state: 'paid', reason: null, reference: 'T1' },
  ]);
  const [{ sealed }] = (await db().$client.query('select sealed_number as sealed from payout_accounts')).rows;
  for (const secret of [ACCOUNT.number, sealed]) expect(JSON.stringify(json)).not.toContain(secret);
});

test('a creator is not erased before their payouts are paid, and is afterwards', async () => {
  const nameOf = async () => (await db().$client.query('select name from users where id = $1', [ann.id])).rows;
  expect(await erase()).toMatchObject({ status: 409, json: { code: 'privacy/payouts-open' } });
  await approvePayout({ ...BY, id: payoutId });
  expect(await erase()).toMatchObject({ status: 409, json: { code: 'privacy/payouts-open' } });
  expect(await nameOf()).toEqual([{ name: 'Ann' }]);
  expect((await read()).json).toMatchObject({ account: [{ name: 'Ann' }] });
  await payPayout({ ...BY, id: payoutId, reference: 'T1' });
  expect(await erase()).toMatchObject({ status: 200 });
  expect(await nameOf()).toEqual([{ name: '–' }]);
  expect((await db().$client.query('select from payout_accounts')).rowCount).toBe(0);
});
