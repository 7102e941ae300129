import type pg from 'pg';
import { HOUSE_ACCOUNTS } from './rules';

/** A connection: a pool, or one client inside a transaction. */
type Connection = Pick<pg.ClientBase, 'query'>;

/** Names a promise: whose, and what for. */
export type PromiseKey = { memberId: string; reference: string };

export type Promised = PromiseKey & { kind: string; amount: number; accruedAt: Date | null };

// One statement, one commit. The promises are looked up one by one by their key (a join might walk all that are due, and a
// backlog is when that hurts) and locked in one order; those that somebody else has paid meanwhile fall out. A transfer
// that stands already is not made again, and its promise is marked.
const PAY_PROMISES = `with wanted as materialized (
  select * from unnest($1::text[], $2::text[]) w (member_id, reference) order by member_id, reference
), locked as materialized (
  select a.* from wanted w cross join lateral (
    select member_id, reference, kind, amount, accrued_at from point_accruals
    where member_id = w.member_id and reference = w.reference offset 0 for update
  ) a
), due as (
  select * from locked where accrued_at is null
), made as (
  insert into point_transfers (member_id, kind, reference, at)
  select member_id, kind, reference, $3::timestamptz from due order by member_id, reference
  on conflict (member_id, reference) do nothing returning id, member_id, reference
), entered as (
  insert into point_entries (transfer_id, amount, member_id, account)
  select m.id, side.amount, d.member_id, side.account from made m join due d using (member_id, reference)
  cross join lateral (values ('wallet', d.amount), ($4::jsonb ->> d.kind, -d.amount)) side (account, amount)
  order by d.member_id
), marked as (
  update point_accruals a set accrued_at = $3::timestamptz from due d
  where a.member_id = d.member_id and a.reference = d.reference
)
select member_id as "memberId", reference from locked`;

/** Pays these promises from the house's accounts, each once, and marks them; returns those that there are, paid now or before. */
export async function payPromises(connection: Connection, keys: PromiseKey[], now: Date): Promise<PromiseKey[]> {
  const { rows } = await connection.query<PromiseKey>({
    name: 'pay-promises',
    text: PAY_PROMISES,
    values: [
      keys.map((key) => key.memberId),
      keys.map((key) => key.reference),
      now.toISOString(),
      JSON.stringify(HOUSE_ACCOUNTS),
    ],
  });
  return rows;
}

export async function findPromise(
  connection: Connection,
  { memberId, reference }: PromiseKey,
): Promise<Promised | null> {
  const { rows } = await connection.query<Promised>({
    name: 'find-promise',
    text: `select member_id as "memberId", reference, kind, amount, accrued_at as "accruedAt"
      from point_accruals where member_id = $1 and reference = $2`,
    values: [memberId, reference],
  });
  return rows[0] ?? null;
}

/** Marks a promise as paid; one that is paid already keeps its time. */
export async function markAccrued(
  connection: Connection,
  { memberId, reference }: PromiseKey,
  now: Date,
): Promise<void> {
  await connection.query({
    name: 'mark-accrued',
    text: `update point_accruals set accrued_at = $3 where member_id = $1 and reference = $2 and accrued_at is null`,
    values: [memberId, reference, now],
  });
}
