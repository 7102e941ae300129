import type { IntegrityCheck } from './check';
import { sliceOfMembers } from './slice-of-members';

const MEMBERS = `members as materialized (${sliceOfMembers})`;
const MEMBERS_LOOKED = `select count(*) from (${sliceOfMembers}) as members`;
const SLICE =
  'every member while the tables are small, otherwise those with the newest promises and transfers and others at random, new ones at each look.';

const JOINED_AND_PROMISED = `with ${MEMBERS}
select x.member_id as "memberId", x.reference, coalesce(sum(reward), 0) as reward, coalesce(sum(promised), 0) as promised
from members m cross join lateral (
  select member_id, 'participation:' || id as reference, reward_points as reward, null::bigint as promised
  from participations where member_id = m.member_id and reward_points <> 0
  union all
  select member_id, reference, null, amount from point_accruals
  where member_id = m.member_id and reference like 'participation:%'
  offset 0
) as x group by 1, 2
having count(reward) <> 1 or count(promised) <> 1 or sum(reward) <> sum(promised) order by 1, 2`;

// A transfer whose promise is not marked yet is one that the next try finds and marks; one of another amount is wrong.
const PROMISED_AND_PAID = `with ${MEMBERS}, compared as (
  select x.member_id, x.reference, sum(promised) as promised, bool_or(accrued) as accrued,
    count(paid) as transfers, sum(paid) as paid
  from members m cross join lateral (
    select member_id, reference, amount as promised, accrued_at is not null as accrued, null::bigint as paid
    from point_accruals where member_id = m.member_id
    union all
    select t.member_id, t.reference, null, null, coalesce((select sum(amount) from point_entries e
      where e.member_id = t.member_id and e.transfer_id = t.id and e.account = 'wallet'), 0)
    from point_transfers t where t.member_id = m.member_id
    offset 0
  ) as x group by 1, 2
)
select member_id as "memberId", reference, coalesce(promised, 0) as promised, transfers, coalesce(paid, 0) as paid
from compared where (promised is null and reference like 'participation:%') or transfers > 1 or paid <> promised
  or (accrued and transfers = 0 and $3::boolean)
order by 1, 2`;

const UNPAID = 'select member_id, reference, amount, promised_at from point_accruals where accrued_at is null';

const UNQUEUED = `with queued as materialized (
  select distinct payload ->> 'memberId' as member_id, payload ->> 'reference' as reference
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
  where t.identifier = 'accrue-points'
)
select member_id as "memberId", reference, amount as promised, promised_at as at from (${UNPAID}) as unpaid
where not exists (select from queued q where q.member_id = unpaid.member_id and q.reference = unpaid.reference)
order by promised_at`;

const UNBALANCED = `with ${MEMBERS}
select x.* from members m cross join lateral (
  select t.member_id as "memberId", t.id as "transferId", t.reference, coalesce(sum(e.amount), 0) as sum,
    count(*) filter (where e.account = 'wallet') as wallets
  from point_transfers t left join point_entries e on e.member_id = t.member_id and e.transfer_id = t.id
  where t.member_id = m.member_id group by 1, 2, 3 offset 0
) as x where sum <> 0 or wallets <> 1 order by 1, 2`;

const BALANCE_AND_ENTRIES = `with ${MEMBERS}
select m.member_id as "memberId", coalesce(balance, 0) as balance, x.entries from members m
left join point_balances b on b.member_id = m.member_id
cross join lateral (
  select coalesce(sum(amount), 0) as entries from point_entries where member_id = m.member_id and account = 'wallet' offset 0
) as x
where coalesce(balance, 0) <> entries or balance < 0 order by 1`;

// Bits of pg_trigger.tgtype: BEFORE 2, INSERT 4, DELETE 8, UPDATE 16, TRUNCATE 32.
const GUARDS = `(values
  ('point_transfers', 'UPDATE', 2 + 16, 'refuse_change'), ('point_transfers', 'DELETE', 2 + 8, 'refuse_change'),
  ('point_transfers', 'TRUNCATE', 2 + 32, 'refuse_change'), ('point_entries', 'UPDATE', 2 + 16, 'refuse_change'),
  ('point_entries', 'DELETE', 2 + 8, 'refuse_change'), ('point_entries', 'TRUNCATE', 2 + 32, 'refuse_change'),
  ('point_transfers', 'INSERT', 4, 'refuse_unbalanced_transfer'), ('point_entries', 'INSERT', 4, 'refuse_unbalanced_transfer'),
  ('point_entries', 'INSERT', 4, 'move_point_balances')
) as guards ("table", change, bits, guard)`;

const UNGUARDED = `select "table", change, guard from ${GUARDS} where not exists (
  select from pg_trigger t
  where t.tgrelid = "table"::regclass and t.tgenabled in ('O', 'A') and t.tgfoid = to_regproc(guard) and t.tgtype & bits = bits
) order by 1, 2, 3`;

/** Whether each reward is promised and paid once (I3), and the ledger adds up (I4). `$3`: points go into our own ledger. */
export const checksOfPoints: readonly IntegrityCheck[] = [
  {
    id: 'rewards-are-promised',
    rule: 'I3',
    title: 'Each participation with a reward promises it once',
    detail: `All participations of these members against what is promised for them, both ways: ${SLICE}`,
    looked: MEMBERS_LOOKED,
    breaches: JOINED_AND_PROMISED,
  },
  {
    id: 'promises-are-paid',
    rule: 'I3',
    title: 'Each promise that counts as paid has one transfer of its amount',
    detail: `All promises of these members against their transfers, both ways: ${SLICE} With an external point API the transfers are in its own books.`,
    looked: MEMBERS_LOOKED,
    breaches: PROMISED_AND_PAID,
  },
  {
    id: 'promises-are-queued',
    rule: 'I3',
    title: 'What is not paid yet has its job',
    detail:
      'Every promise that is not paid, against the jobs that wait, run, or failed for good and can be run again. Without one it would never be paid.',
    looked: `select count(*) from (${UNPAID}) as unpaid`,
    breaches: UNQUEUED,
  },
  {
    id: 'transfers-balance',
    rule: 'I4',
    title: 'Every transfer sums to zero',
    detail: `All transfers of these members, each with one entry of the wallet: ${SLICE}`,
    looked: MEMBERS_LOOKED,
    breaches: UNBALANCED,
  },
  {
    id: 'balances-are-sums',
    rule: 'I4',
    title: 'A balance is the sum of its entries, and not below zero',
    detail: `The balance of these members against all entries of their wallets: ${SLICE}`,
    looked: MEMBERS_LOOKED,
    breaches: BALANCE_AND_ENTRIES,
  },
  {
    id: 'ledger-append-only',
    rule: 'I4',
    title: 'The ledger can only grow, and only in balance',
    detail:
      'Triggers of the database refuse to change, delete or empty it, look at the sum of each transfer at its commit, and move the balances.',
    looked: `select count(*) from ${GUARDS}`,
    breaches: UNGUARDED,
  },
];
