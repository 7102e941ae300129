import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeAd, makeParticipations } from '@/db/builders/ads';
import { ensurePartitions, partitionRange } from '@/lib/events/ensure-partitions';
import type { Day } from '@/lib/kernel/day';
import { db } from '@/lib/platform/database';
import { resetEnv } from '@/lib/platform/env';
import { ledgerTarget } from '@/lib/points/ledger-target';
import { transfer } from '@/lib/points/transfer';
import { checkIntegrity } from './queries/check-integrity';

const NOW = new Date('2026-11-21T12:00:00+09:00');
const LEDGER = ['I3', 'I4'];

/** Without triggers. */
const run = (text: string) =>
  db().$client.query(`begin; set local session_replication_role = replica; ${text}; commit`);

// Ann has 170 points, Bob waits for 100, and Cleo joined for nothing.
beforeEach(async () => {
  await ensurePartitions(partitionRange('2026-11-21' as Day));
  await run(
    `truncate ads, participations, point_accruals, point_transfers, point_entries, point_balances restart identity;
     delete from graphile_worker._private_jobs`,
  );
  const [hundred, seventy, none] = [100, 70, 0].map((rewardPoints) => makeAd(db(), { rewardPoints }));
  await makeParticipations(db(), (await hundred)?.id ?? 0, [{ memberId: 'ann', paidAt: NOW }, { memberId: 'bob' }]);
  await makeParticipations(db(), (await seventy)?.id ?? 0, [{ memberId: 'ann', paidAt: NOW }]);
  await makeParticipations(db(), (await none)?.id ?? 0, [{ memberId: 'cleo' }]);
});

afterEach(() => {
  delete process.env.POINTS_API_URL;
  resetEnv();
});

const red = async () =>
  (await checkIntegrity(NOW)).checks.filter((check) => check.ok !== true && LEDGER.includes(check.rule));

test('all holds after rewards were promised, paid and spent', async () => {
  const { rows } = await db().$client.query(`select reference from point_accruals where member_id = 'bob'`);
  const spent = {
    memberId: 'ann',
    reference: 'order:1',
    kind: 'order',
    amount: -170,
    account: 'shop',
    now: NOW,
  } as const;
  await transfer(db(), spent);
  expect(await red()).toEqual([]);
  await ledgerTarget.pay({ memberId: 'bob', reference: rows[0]?.reference }, NOW);
  expect(await red()).toEqual([]);
});

test('each check says how much it compared', async () => {
  const { checks } = await checkIntegrity(NOW);
  const looked = Object.fromEntries(checks.map((check) => [check.id, check.looked]));
  expect(looked).toMatchObject({
    'rewards-are-promised': 3,
    'promises-are-paid': 3,
    'promises-are-queued': 1,
    'transfers-balance': 3,
    'balances-are-sums': 3,
    'ledger-append-only': 9,
  });
});

test('of many members a slice is compared, with the newest among them', async () => {
  await run(
    `insert into point_balances (member_id, balance) select 'member-' || n, 0 from generate_series(1, 300000) as n`,
  );
  const { checks } = await checkIntegrity(NOW);
  const { looked = 0 } = checks.find((check) => check.id === 'balances-are-sums') ?? {};
  expect(looked).toBeGreaterThanOrEqual(3);
  expect(looked).toBeLessThan(15_000);
  expect(await red()).toEqual([]);
});

test('with an external point API its own books hold the transfers', async () => {
  await run(`update point_accruals set accrued_at = now() where member_id = 'bob'`);
  expect((await red()).map((check) => check.id)).toEqual(['promises-are-paid']);
  process.env.POINTS_API_URL = 'http://127.0.0.1:1/points';
  resetEnv();
  expect(await red()).toEqual([]);
});

type Break = { id: string; breaks: string; rows: object[]; mends?: string };

const ENTRY = 'insert into point_entries (member_id, transfer_id, account, amount) values';
const TRANSFER = 'insert into point_transfers (member_id, kind, reference, at) values';

const breaks: [string, Break][] = [
  [
    'a reward that nobody promised',
    {
      id: 'rewards-are-promised',
      breaks: `delete from point_accruals where member_id = 'bob'`,
      rows: [{ memberId: 'bob', reference: expect.stringMatching(/^participation:\d+$/), reward: 100, promised: 0 }],
    },
  ],
  [
    'a promise of more than the reward',
    {
      id: 'rewards-are-promised',
      breaks: `update point_accruals set amount = 101 where member_id = 'bob'`,
      rows: [{ memberId: 'bob', reward: 100, promised: 101 }],
    },
  ],
  [
    'a promise for a participation that never was',
    {
      id: 'rewards-are-promised',
      breaks: `insert into point_accruals (member_id, reference, kind, amount, promised_at) values ('zoe', 'participation:99', 'ad-reward', 5, now())`,
      rows: [{ memberId: 'zoe', reference: 'participation:99', reward: 0, promised: 5 }],
    },
  ],
  [
    'a promise that counts as paid and was not',
    {
      id: 'promises-are-paid',
      breaks: `update point_accruals set accrued_at = now() where member_id = 'bob'`,
      rows: [{ memberId: 'bob', promised: 100, transfers: 0, paid: 0 }],
    },
  ],
  [
    'a transfer of less than was promised',
    {
      id: 'promises-are-paid',
      breaks: `update point_entries set amount = sign(amount) * 60 where abs(amount) = 70`,
      rows: [{ memberId: 'ann', promised: 70, transfers: 1, paid: 60 }],
    },
  ],
  [
    'a reward that was paid twice',
    {
      id: 'promises-are-paid',
      breaks: `drop index point_transfers_reference_key;
        ${TRANSFER} ('ann', 'ad-reward', (select min(reference) from point_accruals where member_id = 'ann' and amount = 70), now());
        ${ENTRY} ('ann', (select max(id) from point_transfers), 'wallet', 70), ('ann', (select max(id) from point_transfers), 'ads', -70)`,
      mends: `delete from point_entries; delete from point_transfers;
        create unique index point_transfers_reference_key on point_transfers (member_id, reference)`,
      rows: [{ memberId: 'ann', promised: 70, transfers: 2, paid: 140 }],
    },
  ],
  [
    'points paid for no participation',
    {
      id: 'promises-are-paid',
      breaks: `${TRANSFER} ('zoe', 'ad-reward', 'participation:99', now());
        ${ENTRY} ('zoe', (select max(id) from point_transfers), 'wallet', 9), ('zoe', (select max(id) from point_transfers), 'ads', -9)`,
      rows: [{ memberId: 'zoe', reference: 'participation:99', promised: 0, transfers: 1, paid: 9 }],
    },
  ],
  [
    'a promise whose job was lost',
    {
      id: 'promises-are-queued',
      breaks: 'delete from graphile_worker._private_jobs',
      rows: [{ memberId: 'bob', promised: 100, at: expect.any(String) }],
    },
  ],
  [
    'a transfer that gives more than it takes',
    {
      id: 'transfers-balance',
      breaks: `update point_entries set amount = -69 where amount = -70`,
      rows: [{ memberId: 'ann', transferId: expect.any(Number), sum: 1, wallets: 1 }],
    },
  ],
  [
    'a transfer between accounts of the house',
    {
      id: 'transfers-balance',
      breaks: `update point_entries set account = 'shop' where amount = 70`,
      rows: [{ memberId: 'ann', sum: 0, wallets: 0 }],
    },
  ],
  [
    'a transfer without entries',
    {
      id: 'transfers-balance',
      breaks: `${TRANSFER} ('zoe', 'correction', 'because', now())`,
      rows: [{ memberId: 'zoe', reference: 'because', sum: 0, wallets: 0 }],
    },
  ],
  [
    'a balance that somebody wrote',
    {
      id: 'balances-are-sums',
      breaks: `update point_balances set balance = 999 where member_id = 'ann'`,
      rows: [{ memberId: 'ann', balance: 999, entries: 170 }],
    },
  ],
  [
    'a balance that came from nowhere',
    {
      id: 'balances-are-sums',
      breaks: `insert into point_balances (member_id, balance) values ('zoe', 5)`,
      rows: [{ memberId: 'zoe', balance: 5, entries: 0 }],
    },
  ],
  [
    'entries that moved no balance',
    {
      id: 'balances-are-sums',
      breaks: `delete from point_balances where member_id = 'ann'`,
      rows: [{ memberId: 'ann', balance: 0, entries: 170 }],
    },
  ],
  [
    'a negative balance, though it is the sum',
    {
      id: 'balances-are-sums',
      breaks: `alter table point_balances drop constraint point_balances_not_negative;
        update point_balances set balance = -170 where member_id = 'ann';
        update point_entries set amount = -amount where member_id = 'ann'`,
      mends: `delete from point_balances;
        alter table point_balances add constraint point_balances_not_negative check (balance >= 0)`,
      rows: [{ memberId: 'ann', balance: -170, entries: -170 }],
    },
  ],
  [
    'a ledger that may be rewritten, out of balance',
    {
      id: 'ledger-append-only',
      breaks: `alter table point_entries disable trigger point_entries_append_only;
        alter table point_transfers disable trigger point_transfers_balanced`,
      mends: `alter table point_entries enable trigger point_entries_append_only;
        alter table point_transfers enable trigger point_transfers_balanced`,
      rows: [
        { table: 'point_entries', change: 'DELETE', guard: 'refuse_change' },
        { table: 'point_entries', change: 'TRUNCATE', guard: 'refuse_change' },
        { table: 'point_entries', change: 'UPDATE', guard: 'refuse_change' },
        { table: 'point_transfers', change: 'INSERT', guard: 'refuse_unbalanced_transfer' },
      ],
    },
  ],
];

test.each(breaks)('%s turns its check red and shows where', async (_, { id, breaks, mends, rows }) => {
  await run(breaks);
  const found = (await red()).find((check) => check.id === id);
  await run(mends ?? 'select 1');
  expect(found).toMatchObject({ ok: false, breaches: rows.length, rows });
});
