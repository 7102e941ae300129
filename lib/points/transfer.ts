import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/lib/platform/database';
import { pointErrors } from './errors';
import type { HouseAccount } from './rules';
import type { TransferKind } from './schema';

export type Transfer = {
  memberId: string;
  /** What for, such as `participation:17`; a member's reference is transferred once. */
  reference: string;
  kind: TransferKind;
  /** Whole points, not 0: above it to the wallet, below it from the wallet. */
  amount: number;
  /** The account of the house on the other side. */
  account: HouseAccount;
  now: Date;
};

/** A transfer as it stands; `replayed` when it took place before, and then as it was then. */
export type Transferred = { id: number; amount: number; kind: string; at: Date; replayed: boolean };

/**
 * Moves points between a member's wallet and the house, once a reference, inside the caller's transaction (points
 * rule 1). A reference names one thing, which either gives or takes. Whoever moves the points of several members in one
 * transaction goes in the order of their ids.
 * Errors: points/insufficient when the wallet has less than is taken; then nothing was changed.
 */
export async function transfer(tx: Db, wanted: Transfer): Promise<Transferred> {
  const { rows } = await tx.execute<Row>(insertTransfer(wanted));
  const made = rows[0];
  if (made) return transferredOf(made, false);
  const first = await findTransfer(tx, wanted);
  if (first) return transferredOf(first, true);
  throw pointErrors.insufficient(await balanceOf(tx, wanted.memberId), -wanted.amount);
}

type Row = { id: number; amount: number; kind: string; at: string | Date };

/** What is taken is first looked for under a lock on the balance, so that no two can take the same points. */
function insertTransfer({ memberId, reference, kind, amount, account, now }: Transfer): SQL {
  return sql`with purse as materialized (
      select balance from point_balances where member_id = ${memberId} and ${amount}::bigint < 0 for update
    ), made as (
      insert into point_transfers (member_id, kind, reference, at)
      select ${memberId}, ${kind}, ${reference}, ${now.toISOString()}::timestamptz
      where ${amount}::bigint >= 0 or (select balance from purse) + ${amount}::bigint >= 0
      on conflict (member_id, reference) do nothing
      returning id, member_id, kind, at
    ), entered as (
      insert into point_entries (transfer_id, amount, member_id, account)
      select id, side.amount, member_id, side.account
      from made cross join (values ('wallet', ${amount}::bigint), (${account}, -${amount}::bigint)) side (account, amount)
    )
    select id, ${amount}::bigint as amount, kind, at from made`;
}

/** The statement before could not see a transfer that was committed while it ran; this one does. */
async function findTransfer(tx: Db, { memberId, reference }: Transfer): Promise<Row | undefined> {
  const { rows } = await tx.execute<Row>(sql`
    select t.id, e.amount, t.kind, t.at from point_transfers t
    join point_entries e on e.member_id = t.member_id and e.transfer_id = t.id and e.account = 'wallet'
    where t.member_id = ${memberId} and t.reference = ${reference}`);
  return rows[0];
}

async function balanceOf(tx: Db, memberId: string): Promise<number> {
  const { rows } = await tx.execute<{ balance: number }>(
    sql`select balance from point_balances where member_id = ${memberId}`,
  );
  return rows[0]?.balance ?? 0;
}

const transferredOf = ({ at, ...row }: Row, replayed: boolean): Transferred => ({ ...row, at: new Date(at), replayed });
