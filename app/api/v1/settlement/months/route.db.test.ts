import { beforeEach, expect, test, vi } from 'vitest';
import { makeDays } from '@/db/builders/days';
import { makeLines } from '@/db/builders/lines';
import { makeUser, signedIn } from '@/db/builders/people';
import { bearer, call } from '@/lib/http/testing/call';
import { db } from '@/lib/platform/database';
import type { SettlementMonth } from '@/lib/settlement/statement-schema';
import { POST as closeDoor } from './[month]/close/route';
import { GET } from './route';

type Headers = Record<string, string>;
let key: Headers = {};
let [annId, bobId] = [0, 0];
const query = (text: string, values: unknown[] = []) => db().$client.query(text, values);

beforeEach(async () => {
  await query(
    'truncate settlement_lines, days, statements, settlement_months, payouts, creator_holds, payout_accounts',
  );
  key = { authorization: (await bearer(['payouts:read', 'settlements:write'])).authorization };
  annId = (await makeUser(db(), { email: 'ann@example.com', roles: ['creator'] })).id;
  bobId = (await makeUser(db(), { email: 'bob@example.com', roles: ['creator'] })).id;
});

const close = (month: string, headers = key) => call(closeDoor, { method: 'POST', headers, params: { month } });
const list = async (headers = key) => ((await call(GET, { headers })).json as { items: SettlementMonth[] }).items;
const code = (answer: { status: number; json: unknown }) => [answer.status, (answer.json as { code?: string }).code];
const closedDays = (from: string, to: string) => makeDays(db(), { from, to, state: 'closed' });

test('a month with a day that is not closed is refused with the first such day', async () => {
  await closedDays('2026-09-01', '2026-09-30');
  await query(`delete from days where day = '2026-09-17'`);
  await query(`update days set state = 'settled' where day = '2026-09-20'`);
  const refused = await close('2026-09');
  expect(code(refused)).toEqual([409, 'settlement/month-has-open-day']);
  expect(refused.json).toMatchObject({ detail: expect.stringContaining('2026-09-17') });
  await closedDays('2026-09-17', '2026-09-17');
  expect((await close('2026-09')).json).toMatchObject({ detail: expect.stringContaining('2026-09-20') });
});

test('the first month begins with the first day that is known', async () => {
  await closedDays('2026-09-20', '2026-09-30');
  expect((await close('2026-09')).json).toMatchObject({ state: 'closed', creators: 0, totals: { total: 0 } });
  expect(code(await close('2026-08'))).toEqual([404, 'settlement/month-not-found']);
});

test('a month that is not over is refused, and what is no month is not there', async () => {
  await makeDays(db(), { from: '2026-09-01', to: '2026-09-30', state: 'closed' });
  const next = new Date(Date.now() + 86_400_000 * 40).toISOString().slice(0, 7);
  expect(code(await close(next))).toEqual([409, 'settlement/month-not-past']);
  for (const month of ['2026-13', 'x', '2026-9'])
    expect(code(await close(month))).toEqual([404, 'settlement/month-not-found']);
});

test('closing issues statements and payouts once, however often and at once', async () => {
  await makeLines(db(), [
    { contentId: 1, creatorId: annId, day: '2026-09-01', views: 2000 },
    { contentId: 2, creatorId: bobId, day: '2026-09-30', adViews: 300 },
    { contentId: 3, creatorId: null, day: '2026-09-30', views: 5 },
    { contentId: 1, creatorId: annId, day: '2026-10-01', views: 9 },
  ]);
  await closedDays('2026-09-01', '2026-09-30');
  const audited = `select count(*) as n from audit_log where action = 'month.closed' and subject_id = '2026-09'`;
  const before = (await query(audited)).rows[0].n;
  const answers = await Promise.all(Array.from({ length: 5 }, () => close('2026-09')));
  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200]);
  expect(answers[0]?.json).toMatchObject({ month: '2026-09', state: 'closed', creators: 2, net: 1940 + 2910 });
  expect(answers[0]?.json).toMatchObject({ totals: { video: 2005, ad: 3000, total: 5005 }, daysNotClosed: 0 });
  const { rows } = await query(`select
    (select count(*) from statements) as statements, (select count(*) from payouts) as payouts`);
  expect(rows).toEqual([{ statements: 2, payouts: 2 }]);
  expect((await query(audited)).rows[0].n - before).toBe(1);
});

test('a month is closed as a whole or not at all', async () => {
  await makeLines(db(), [{ contentId: 1, creatorId: annId, day: '2026-09-01', views: 2000 }]);
  await closedDays('2026-09-01', '2026-09-30');
  vi.mocked(console.error).mockImplementation(() => {});
  await query(`alter table audit_log add constraint broken check (action <> 'month.closed') not valid`);
  await expect(close('2026-09').then((answer) => answer.status)).resolves.toBe(500);
  await query('alter table audit_log drop constraint broken');
  expect(vi.mocked(console.error)).toHaveBeenCalledOnce();
  vi.mocked(console.error).mockClear();
  const { rows } = await query(`select (select count(*) from statements) + (select count(*) from payouts) as n`);
  expect(rows).toEqual([{ n: 0 }]);
  expect((await close('2026-09')).json).toMatchObject({ state: 'closed', creators: 1 });
});

test('what is below zero is carried to the next statement, and paid less there', async () => {
  await makeLines(db(), [
    { contentId: 1, creatorId: annId, day: '2026-08-10', forDay: '2026-07-30', views: -5000 },
    { contentId: 1, creatorId: annId, day: '2026-09-10', views: 2000 },
    { contentId: 1, creatorId: annId, day: '2026-10-10', views: 10_000 },
  ]);
  await closedDays('2026-08-01', '2026-10-31');
  for (const month of ['2026-08', '2026-09', '2026-10']) expect((await close(month)).status).toBe(200);
  const { rows } = await query(`select to_char(s.month, 'MM') as month, video_won as total, carried_won as "in",
    carries_won as out, income_tax_won as tax, net_won as net, p.amount_won as paid
    from statements s left join payouts p using (creator_id, month) order by 1`);
  expect(rows).toEqual([
    { month: '08', total: -5000, in: 0, out: -5000, tax: 0, net: 0, paid: null },
    { month: '09', total: 2000, in: -5000, out: -3000, tax: 0, net: 0, paid: null },
    { month: '10', total: 10_000, in: -3000, out: 0, tax: 210, net: 6770, paid: 6770 },
  ]);
});

test('months are listed from the first day known, the latest first, with what is left to close', async () => {
  await makeLines(db(), [
    { contentId: 1, creatorId: annId, day: '2026-08-20', views: 7 },
    { contentId: 1, creatorId: annId, day: '2026-09-20', views: 2000 },
    { contentId: 2, creatorId: bobId, day: '2026-09-21', adViews: 1 },
  ]);
  await closedDays('2026-08-15', '2026-09-18');
  await close('2026-08');
  const months = await list();
  expect(months.at(-1)).toMatchObject({ month: '2026-08', state: 'closed', creators: 1, daysNotClosed: 0, net: 7 });
  expect(months.at(-1)?.closedAt).toMatch(/Z$/);
  expect(months.at(-2)).toMatchObject({
    ...{ month: '2026-09', state: 'open', creators: 2, totals: { video: 2000, ad: 10, total: 2010 }, net: null },
    ...{ daysNotClosed: 12, firstDayNotClosed: '2026-09-19', closedAt: null },
  });
  await closedDays('2026-09-19', '2026-09-30');
  expect((await list()).at(-2)).toMatchObject({ month: '2026-09', state: 'closable', daysNotClosed: 0 });
});

test('only whoever may write settlements closes, and only whoever may read payouts sees months', async () => {
  const creator = await signedIn(db(), annId);
  const { authorization } = await bearer(['settlements:read']);
  for (const headers of [creator, { authorization }]) {
    expect(code(await close('2026-09', headers))).toEqual([403, 'accounts/missing-scope']);
    expect(code(await call(GET, { headers }))).toEqual([403, 'accounts/missing-scope']);
  }
});
