import { beforeEach, expect, test } from 'vitest';
import { makeDays } from '@/db/builders/days';
import { makeLines } from '@/db/builders/lines';
import { DEMO_PAYOUT_ACCOUNTS } from '@/db/builders/payout-accounts';
import { makeUser, signedIn } from '@/db/builders/people';
import { SYSTEM } from '@/lib/accounts/actor';
import type { Handler } from '@/lib/http/route';
import { bearer, call } from '@/lib/http/testing/call';
import { db } from '@/lib/platform/database';
import { closeMonth } from '@/lib/settlement/close-month';
import type { Month } from '@/lib/settlement/month';
import type { Payout } from '@/lib/settlement/payout-schema';
import { putPayoutAccount } from '@/lib/settlement/put-payout-account';
import { POST as holdCreator } from '../creators/[id]/hold/route';
import { POST as releaseCreator } from '../creators/[id]/release/route';
import { POST as approve } from './[id]/approve/route';
import { POST as hold } from './[id]/hold/route';
import { POST as pay } from './[id]/pay/route';
import { POST as release } from './[id]/release/route';
import { POST as approveAll } from './approve/route';
import { GET as exportFile } from './export/route';
import { POST as payFile } from './pay/route';
import { GET } from './route';
import { GET as summary } from './summary/route';

type Headers = Record<string, string>;
let key: Headers = {};
let [annId, bobId, boss]: [number, number, Headers] = [0, 0, {}];
const query = (text: string, values: unknown[] = []) => db().$client.query(text, values);
const code = (answer: { status: number; json: unknown }) => [answer.status, (answer.json as { code?: string }).code];
const BY = { actor: SYSTEM, requestId: 'test', now: new Date() };
const { 'haneul@demo.boxoffice.example': ANNS, 'daon@demo.boxoffice.example': BOBS } = DEMO_PAYOUT_ACCOUNTS;

const list = async (search = '', headers = key) =>
  ((await call(GET, { path: `/x?${search}`, headers })).json as { items: Payout[] }).items;
const of = async (creatorId: number, month = '2026-09') =>
  (await list()).find((row) => row.creator.id === creatorId && row.month === month);
const say = (door: Handler, id: number | string | undefined, body?: unknown, headers = key) =>
  call(door, { method: 'POST', body, headers, params: { id: String(id) } });
const account = (creatorId: number, wanted: typeof ANNS | typeof BOBS) =>
  putPayoutAccount({ ...BY, creatorId, wanted });
const close = (month: string) => closeMonth({ ...BY, month: `${month}-01` as Month });
const file = async (again = '') => {
  const request = new Request(`http://boxoffice.test/x?month=2026-09&file=${again}`, { headers: key });
  const response = await exportFile(request);
  return {
    reference: response.headers.get('x-payout-file') ?? '',
    text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer()),
  };
};

beforeEach(async () => {
  await query(
    'truncate settlement_lines, days, statements, settlement_months, payouts, creator_holds, payout_accounts, users cascade',
  );
  key = { authorization: (await bearer(['payouts:read', 'payouts:write'])).authorization };
  annId = (await makeUser(db(), { email: 'ann@example.com', name: 'Ann', roles: ['creator'] })).id;
  bobId = (await makeUser(db(), { email: 'bob@example.com', name: 'Bob', roles: ['creator'] })).id;
  boss = await signedIn(db(), (await makeUser(db(), { email: 'boss@example.com', roles: ['admin'] })).id);
  await account(bobId, BOBS);
  await makeLines(db(), [
    { contentId: 1, creatorId: annId, day: '2026-09-01', views: 10_000 },
    { contentId: 2, creatorId: bobId, day: '2026-09-30', adViews: 2000 },
    { contentId: 1, creatorId: annId, day: '2026-10-01', views: 20_000 },
  ]);
  await makeDays(db(), { from: '2026-09-01', to: '2026-10-31', state: 'closed' });
  await close('2026-09');
});

test('a payout goes from pending over approved to paid, step by step', async () => {
  const bobs = await of(bobId);
  expect(bobs).toMatchObject({
    ...{ statementId: `2026-09-${bobId}`, amount: 20_000, state: 'pending', reason: null, creator: { name: 'Bob' } },
    account: { bank: '088', last4: '6518' },
  });
  expect(code(await say(pay, bobs?.id, { reference: 'x' }))).toEqual([409, 'settlement/payout-state']);
  expect((await say(approve, bobs?.id)).json).toMatchObject({ state: 'approved' });
  expect(code(await say(approve, bobs?.id))).toEqual([409, 'settlement/payout-state']);
  expect((await say(pay, bobs?.id, { reference: 'T-1' })).json).toMatchObject({ state: 'paid', reference: 'T-1' });
  const again = await say(hold, bobs?.id, { reason: 'x' });
  expect(again.json).toMatchObject({ status: 409, detail: expect.stringContaining('paid') });
  const { rows } = await query(
    `select action from audit_log where subject_kind = 'payout' and subject_id = $1 order by id`,
    [String(bobs?.id)],
  );
  expect(rows.map((row) => row.action)).toEqual(['payout.approved', 'payout.paid']);
});

test('without an account a payout stays pending and says so, until there is one', async () => {
  const anns = await of(annId);
  expect(anns).toMatchObject({ state: 'pending', reason: 'no-account', account: null, amount: 9670 });
  expect(code(await say(approve, anns?.id))).toEqual([409, 'settlement/no-payout-account']);
  await account(annId, ANNS);
  expect((await say(approve, anns?.id)).json).toMatchObject({ state: 'approved', reason: null });
});

test('an approved payout keeps its account when the creator changes theirs', async () => {
  const bobs = await of(bobId);
  await say(approve, bobs?.id);
  await account(bobId, ANNS);
  expect(await of(bobId)).toMatchObject({ account: { bank: '088', last4: '6518' } });
  expect((await file()).text).toContain('088,신한은행,110432906518,다온스튜디오(정다온),20000,');
});

test.each(['pending', 'approved'])('one that is %s is held with a reason and returns there', async (state) => {
  const bobs = await of(bobId);
  if (state === 'approved') await say(approve, bobs?.id);
  expect((await say(hold, bobs?.id, { reason: 'a question' })).json).toMatchObject({
    ...{ state: 'held', heldFrom: state, reason: 'a question' },
  });
  expect(code(await say(approve, bobs?.id))).toEqual([409, 'settlement/payout-state']);
  expect(code(await say(pay, bobs?.id, { reference: 'x' }))).toEqual([409, 'settlement/payout-state']);
  expect((await say(release, bobs?.id)).json).toMatchObject({ state, heldFrom: null, reason: null });
  expect(code(await say(release, bobs?.id))).toEqual([409, 'settlement/payout-state']);
});

test('of two steps at once one takes place, and the other is told the state by then', async () => {
  for (let round = 0; round < 5; round++) {
    const bobs = await of(bobId);
    const answers = await Promise.all([
      ...Array.from({ length: 4 }, () => say(approve, bobs?.id)),
      ...Array.from({ length: 4 }, () => say(hold, bobs?.id, { reason: 'x' })),
    ]);
    const won = answers.map((answer) => answer.status);
    expect(won.slice(0, 4).filter((status) => status === 200).length).toBeLessThanOrEqual(1);
    expect(won.slice(4).filter((status) => status === 200)).toHaveLength(1);
    expect(won.filter((status) => status === 409).length).toBeGreaterThanOrEqual(6);
    expect((await say(release, bobs?.id)).status).toBe(200);
    if ((await of(bobId))?.state === 'approved') {
      const paid = await Promise.all(Array.from({ length: 4 }, (_, n) => say(pay, bobs?.id, { reference: `T-${n}` })));
      expect(paid.map((answer) => answer.status).sort()).toEqual([200, 409, 409, 409]);
      return;
    }
  }
});

test('a held creator has all payouts held, those to come too, until released', async () => {
  const held = await say(holdCreator, annId, { reason: 'papers are missing' });
  expect(held.json).toMatchObject({ id: annId, hold: { reason: 'papers are missing' } });
  expect(code(await say(holdCreator, annId, { reason: 'x' }))).toEqual([409, 'settlement/creator-held']);
  await close('2026-10');
  const anns = (await list()).filter((row) => row.creator.id === annId);
  expect(anns).toHaveLength(2);
  for (const row of anns)
    expect(row).toMatchObject({ state: 'held', heldFrom: 'pending', creatorHeld: true, reason: 'papers are missing' });
  expect(code(await say(release, anns[0]?.id))).toEqual([409, 'settlement/creator-held']);
  expect((await say(releaseCreator, annId)).json).toMatchObject({ hold: null });
  expect((await list()).map((row) => row.state)).toEqual(['pending', 'pending', 'pending']);
  expect(code(await say(releaseCreator, annId))).toEqual([409, 'settlement/creator-not-held']);
});

test('what was held one by one stays held when its creator is released', async () => {
  const bobs = await of(bobId);
  await say(hold, bobs?.id, { reason: 'this one' });
  await say(holdCreator, bobId, { reason: 'all' });
  expect(code(await say(release, bobs?.id))).toEqual([409, 'settlement/creator-held']);
  await say(releaseCreator, bobId);
  expect(await of(bobId)).toMatchObject({ state: 'held', reason: 'this one' });
});

test('a creator who is held while a month is closed has no payout that is not held', async () => {
  await Promise.all([close('2026-10'), say(holdCreator, annId, { reason: 'x' })]);
  const anns = (await list()).filter((row) => row.creator.id === annId);
  expect(anns.map((row) => row.state)).toEqual(['held', 'held']);
});

test('a month is approved at once, but for those without an account', async () => {
  const answer = await call(approveAll, { method: 'POST', body: { month: '2026-09' }, headers: key });
  expect(answer.json).toEqual({ approved: { count: 1, amount: 20_000 }, noAccount: { count: 1, amount: 9670 } });
  const { json } = await call(summary, { path: '/x?month=2026-09', headers: key });
  expect(json).toMatchObject({
    pending: { count: 1, amount: 9670 },
    approved: { count: 1, amount: 20_000 },
    noAccount: { count: 1, amount: 9670 },
    notInFile: { count: 1 },
    files: [],
  });
});

test('the bank file has the approved payouts alone, marks none as paid, and is paid by its reference', async () => {
  await account(annId, { ...ANNS, holder: '=cmd' as '이하늘' });
  await call(approveAll, { method: 'POST', body: { month: '2026-09' }, headers: key });
  const { reference, text } = await file();
  const [anns, bobs] = [await of(annId), await of(bobId)];
  expect(text).toBe(
    `\ufeff은행코드,은행,계좌번호,예금주,금액,메모
004,KB국민은행,94320200184731,'=cmd,9670,2026-09 ${anns?.id}
088,신한은행,110432906518,다온스튜디오(정다온),20000,2026-09 ${bobs?.id}
`,
  );
  expect(bobs).toMatchObject({ state: 'approved', file: reference });
  const none = await call(exportFile, { path: '/x?month=2026-09', headers: key });
  expect(code(none)).toEqual([409, 'settlement/nothing-to-export']);
  expect(await file(reference)).toEqual({ reference, text });
  await say(hold, anns?.id, { reason: 'x' });
  expect((await file(reference)).text).not.toContain('94320200184731');
  const paid = await call(payFile, { method: 'POST', body: { reference }, headers: key });
  expect(paid.json).toEqual({ paid: { count: 1, amount: 20_000 }, left: { count: 1, amount: 9670 } });
  const again = await call(payFile, { method: 'POST', body: { reference }, headers: key });
  expect(again.json).toMatchObject({ paid: { count: 0 }, left: { count: 1 } });
  expect((await say(release, anns?.id)).json).toMatchObject({ state: 'approved', file: null });
  const next = await file();
  expect(next.reference).not.toBe(reference);
  expect(next.text).toContain('94320200184731');
  expect(next.text).not.toContain('110432906518');
  const { rows } = await query(
    `select after from audit_log where action = 'payouts.exported' and subject_id = $1 order by id`,
    [reference],
  );
  expect(rows).toHaveLength(3);
  expect(rows[0]?.after).toEqual({ payouts: 2, amount: 29_670 });
  expect(JSON.stringify(rows)).not.toContain('94320200');
  expect(code(await call(payFile, { method: 'POST', body: { reference: 'nope' }, headers: key }))).toEqual([
    404,
    'settlement/payout-file-not-found',
  ]);
});

test('two exports at once put each payout into one file', async () => {
  await account(annId, ANNS);
  await call(approveAll, { method: 'POST', body: { month: '2026-09' }, headers: key });
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => exportFile(new Request('http://boxoffice.test/x?month=2026-09', { headers: key }))),
  );
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409, 409]);
});

test('narrows to a state and a month, page by page', async () => {
  await close('2026-10');
  expect((await list('month=2026-10')).map((row) => row.creator.id)).toEqual([annId]);
  expect(await list('state=paid')).toEqual([]);
  const first = await call(GET, { path: '/x?limit=2', headers: key });
  const { nextCursor, items } = first.json as { nextCursor: string; items: Payout[] };
  expect([...items, ...(await list(`cursor=${nextCursor}`))].map((row) => row.id)).toEqual(
    (await list()).map((row) => row.id),
  );
  for (const search of ['state=lost', 'month=x', 'cursor=x'])
    expect((await call(GET, { path: `/x?${search}`, headers: key })).status).toBe(422);
});

test('payouts are for admins, and none is found under another id', async () => {
  const ann = await signedIn(db(), annId);
  const anns = await of(annId);
  for (const [door, body] of [[approve], [hold, { reason: 'x' }], [release], [pay, { reference: 'x' }]] as const) {
    expect(code(await say(door, anns?.id, body, ann))).toEqual([403, 'accounts/missing-scope']);
    expect(code(await say(door, 999_999, body))).toEqual([404, 'settlement/payout-not-found']);
  }
  for (const door of [GET, summary]) expect((await call(door, { headers: ann })).status).toBe(403);
  expect((await call(exportFile, { path: '/x?month=2026-09', headers: ann })).status).toBe(403);
  expect((await call(GET, { headers: boss })).status).toBe(200);
  const reader = { authorization: (await bearer(['payouts:read'])).authorization };
  expect((await call(exportFile, { path: '/x?month=2026-09', headers: reader })).status).toBe(403);
  for (const body of [{}, { reason: '' }, { reason: 'x'.repeat(301) }])
    expect((await say(hold, anns?.id, body)).status).toBe(422);
});

test('the database refuses a payout that is not the net of its statement', async () => {
  await expect(query('update payouts set amount_won = amount_won + 1')).rejects.toThrow('payouts_statement_fkey');
  await expect(query(`update payouts set state = 'approved'`)).rejects.toThrow('payouts_account');
  await expect(query(`update payouts set held_reason = 'x'`)).rejects.toThrow('payouts_held');
  await expect(query(`update payouts set state = 'paid'`)).rejects.toThrow(/payouts_(account|paid)/);
});
