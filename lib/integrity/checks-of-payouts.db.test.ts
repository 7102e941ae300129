import { beforeEach, expect, test } from 'vitest';
import { makeDays } from '@/db/builders/days';
import { makeLines } from '@/db/builders/lines';
import { SYSTEM } from '@/lib/accounts/actor';
import { ensurePartitions, partitionRange } from '@/lib/events/ensure-partitions';
import type { Day } from '@/lib/kernel/day';
import { db } from '@/lib/platform/database';
import { closeMonth } from '@/lib/settlement/close-month';
import type { Month } from '@/lib/settlement/month';
import { checkIntegrity } from './queries/check-integrity';

const NOW = new Date('2026-11-21T12:00:00+09:00');
const BY = { actor: SYSTEM, requestId: 'of the test', now: NOW };
const IDS = ['statements-are-lines', 'payouts-are-statements', 'months-are-statements', 'carried-once'];

/** Without triggers, foreign keys and checks of what is there. */
const run = (text: string) =>
  db().$client.query(`begin; set local session_replication_role = replica; ${text}; commit`);

beforeEach(async () => {
  await ensurePartitions(partitionRange('2026-11-21' as Day));
  await run(
    'truncate settlement_lines, days, statements, settlement_months, payouts, creator_holds, payout_accounts cascade',
  );
  await makeLines(db(), [
    { contentId: 1, creatorId: 1, day: '2026-09-02', views: 2000 },
    { contentId: 2, creatorId: 2, day: '2026-09-03', views: -700 },
    { contentId: 2, creatorId: 2, day: '2026-10-03', views: 1700 },
  ]);
  await makeDays(db(), { from: '2026-09-01', to: '2026-10-31', state: 'closed' });
  for (const month of ['2026-09-01', '2026-10-01']) await closeMonth({ ...BY, month: month as Month });
});

const looks = async () => (await checkIntegrity(NOW)).checks.filter((check) => IDS.includes(check.id));

test('all holds after months were closed, one of them with less than nothing', async () => {
  const checks = await looks();
  expect(checks.map(({ id, ok, looked }) => [id, ok, looked])).toEqual([
    ['statements-are-lines', true, 3],
    ['payouts-are-statements', true, 3],
    ['months-are-statements', true, 2],
    ['carried-once', true, 2],
  ]);
});

test.each([
  [
    'a line that changed after its month was closed',
    'update settlement_lines set video_won = video_won + 1 where creator_id = 1',
    { 'statements-are-lines': [{ month: '2026-09', creatorId: 1, statement: 2000, lines: 2001 }] },
  ],
  [
    'a line that says the same sum of other views',
    'update settlement_lines set views_before = views_before + 1, views_after = views_after + 1 where creator_id = 1',
    { 'statements-are-lines': [{ month: '2026-09', creatorId: 1, statement: 2000, lines: 2000 }] },
  ],
  [
    'a payout of another amount',
    'update payouts set amount_won = amount_won + 1 where creator_id = 1',
    { 'payouts-are-statements': [{ month: '2026-09', creatorId: 1, statement: 1940, payout: 1941 }] },
  ],
  [
    'a statement without its payout',
    'delete from payouts where creator_id = 1',
    { 'payouts-are-statements': [{ month: '2026-09', creatorId: 1, statement: 1940, payout: null }] },
  ],
  [
    'a month that says another sum',
    `update settlement_months set net_won = 5 where month = '2026-10-01'`,
    { 'months-are-statements': [{ month: '2026-10', net: 5, statements: 970, creators: 1, n: 1 }] },
  ],
  [
    'a debt that two statements took in',
    `insert into statements select (jsonb_populate_record(s, '{"month": "2026-08-01", "video_won": 1700}')).* from statements s where creator_id = 2 and month = '2026-10-01'`,
    { 'carried-once': [{ creatorId: 2, carried: -700, taken: -1400 }] },
  ],
])('%s turns its check red and shows where', async (_, breaks, wanted) => {
  await run(breaks);
  const checks = await looks();
  for (const [id, rows] of Object.entries(wanted))
    expect(checks.find((check) => check.id === id)).toMatchObject({ ok: false, rows });
});
