import { randomUUID } from 'node:crypto';
import { batchDb, db } from '@/lib/platform/database';

export type Promised = { memberId: string; reference: string };

/** Promises of 1, 2, 3 ... points to members of a new group, each with its job, as joining an ad makes them. */
export async function promise(size: number, { jobs = true }: { jobs?: boolean } = {}): Promise<Promised[]> {
  const group = randomUUID().slice(0, 8);
  const { rows } = await db().$client.query<Promised>(
    `with promised as (
       insert into point_accruals (member_id, reference, kind, amount, promised_at)
       select $1 || '-' || n, 'test:' || $1 || '-' || n, 'ad-reward', n, now() from generate_series(1, $2) n
       returning member_id, reference
     ), queued as (
       select count(*) from graphile_worker.add_jobs((
         select array_agg(row('accrue-points', json_build_object('memberId', member_id, 'reference', reference),
           null, null, null, null, null, null)::graphile_worker.job_spec) from promised where $3))
     )
     select member_id as "memberId", reference from promised cross join queued order by length(reference), reference`,
    [group, size, jobs],
  );
  return rows;
}

/** How these promises stand, in the ledger and in the queue. */
export async function standingOf(promised: Promised[]) {
  const { rows } = await db().$client.query<{ pending: number; transfers: number; paid: number; jobs: number }>(
    `with mine as (select * from point_accruals a join unnest($1::text[]) w (reference) using (reference))
     select count(*) filter (where accrued_at is null) as pending,
       (select count(*) from point_transfers t join mine using (member_id, reference)) as transfers,
       (select coalesce(sum(balance), 0)::bigint from point_balances b where b.member_id in (select member_id from mine)) as paid,
       (select count(*) from graphile_worker._private_jobs j where j.payload ->> 'reference' = any($1)) as jobs
     from mine`,
    [promised.map(({ reference }) => reference)],
  );
  return rows[0];
}

/** Keeps these promises from being paid until `letGo`. `isAwaited` once somebody pays one, and so has its job in hand. */
export async function holdUp(promised: Promised[]) {
  const client = await batchDb().$client.connect();
  await client.query('begin');
  const references = promised.map(({ reference }) => reference);
  await client.query('select from point_accruals where reference = any($1) for update', [references]);
  const isAwaited = async () => {
    const { rows } = await db().$client.query<{ waiting: number }>(
      `select count(*) as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return (rows[0]?.waiting ?? 0) > 0;
  };
  const letGo = async () => {
    await client.query('rollback');
    client.release();
  };
  return { isAwaited, letGo };
}

/** Lets everything that waits for another try be tried now. */
export async function hurry(): Promise<void> {
  await db().$client.query('update graphile_worker._private_jobs set run_at = now() where is_available');
}
