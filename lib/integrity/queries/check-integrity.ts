import type pg from 'pg';
import type { Day } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { stopwatch } from '@/lib/platform/clock';
import { readDb } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { metrics } from '@/lib/platform/metrics';
import { onceForAll } from '@/lib/platform/once-for-all';
import { allChecks } from '../all-checks';
import type { IntegrityCheck } from '../check';
import type { Integrity, IntegrityResult } from '../schema';

/** A check that takes longer is given up, and says so. */
const TIMEOUT_MILLISECONDS = 30_000;
const MAX_EXAMPLES = 5;
/** A closed day changes no more; the newest ones are looked at all the same. */
const CLOSED_DAYS = 7;

/** Looks whether the promises of the product hold, all in one snapshot of live data. Whoever asks meanwhile gets the same answer. */
export function checkIntegrity(now: Date, timeoutMilliseconds = TIMEOUT_MILLISECONDS): Promise<Integrity> {
  return onceForAll('integrity', () => checkAll(now, timeoutMilliseconds));
}

async function checkAll(now: Date, timeoutMilliseconds: number): Promise<Integrity> {
  const client = await readDb().$client.connect();
  let broken = true;
  try {
    await client.query('begin isolation level repeatable read read only');
    // One check at a time, so it may have the memory to count millions of rows without the disk.
    await client.query(`set local statement_timeout = ${timeoutMilliseconds}; set local work_mem = '128MB'`);
    const today = calendar().dayOf(now);
    const days = await daysToLookAt(client, today);
    const ownLedger = env().POINTS_API_URL === undefined;
    const checks: IntegrityResult[] = [];
    for (const check of allChecks) checks.push(await look(client, check, [days, today, ownLedger]));
    await client.query('rollback');
    broken = false;
    tell(checks, now);
    return { checkedAt: now.toISOString(), days, checks };
  } finally {
    client.release(broken); // a transaction that failed half-way goes with its connection
  }
}

/** Of a check that took too long nothing new is known. Of several processes the one that looked last is right. */
function tell(checks: IntegrityResult[], now: Date): void {
  metrics()
    .gauge('boxoffice_integrity_looked_at_seconds', 'When the last look was, in seconds since 1970.')
    .set(Math.floor(now.getTime() / 1000));
  const gauge = metrics().gauge('boxoffice_integrity_breaches', 'Breaches found by the last look.', ['check', 'rule']);
  for (const { id, rule, ok, breaches } of checks) if (ok !== null) gauge.set({ check: id, rule }, breaches);
}

const DAYS = `with closed as (
  select day from days where state = 'closed' and events_dropped_at is null order by day desc limit ${CLOSED_DAYS}
), known as (
  select day from days where state <> 'closed' union select day from closed union select day from event_deltas
), bounds as (
  select least(min(day), $1::date - 3) as first, greatest(max(day), $1::date + 1) as last from known
)
select d.day from bounds cross join lateral (select first + n as day from generate_series(0, last - first) as n) as d
where d.day in (select day from known) or not exists (select from days x where x.day = d.day) order by 1`;

/** Days that are not closed, or not known yet, or have something to fold, and the newest closed ones. */
async function daysToLookAt(client: pg.ClientBase, today: Day): Promise<Day[]> {
  const { rows } = await client.query<{ day: Day }>(DAYS, [today]);
  return rows.map((row) => row.day);
}

type Found = { looked: number; breaches: number; rows: Record<string, unknown>[] };

async function look(client: pg.ClientBase, check: IntegrityCheck, given: unknown[]): Promise<IntegrityResult> {
  const { id, rule, title, detail } = check;
  const took = stopwatch();
  const found = await ask(client, check, given);
  const ok = found && found.breaches === 0;
  return { id, rule, title, detail, ok, ...(found ?? { looked: 0, breaches: 0, rows: [] }), tookMilliseconds: took() };
}

/** Null when it took too long; the checks after it go on in the same snapshot. */
async function ask(client: pg.ClientBase, check: IntegrityCheck, given: unknown[]): Promise<Found | null> {
  await client.query('savepoint before_check');
  try {
    const { rows } = await client.query<Found>(statementOf(check), given);
    return rows[0] ?? null;
  } catch (error) {
    if (!isTimeout(error)) throw error;
    await client.query('rollback to savepoint before_check');
    return null;
  }
}

// `given` names all parameters, so that a check may leave any out.
const statementOf = ({ looked, breaches }: IntegrityCheck) => `with breaches as materialized (${breaches})
select (${looked})::bigint as looked, (select count(*) from breaches) as breaches,
  (select coalesce(json_agg(example), '[]') from (select * from breaches limit ${MAX_EXAMPLES}) as example) as rows
from (select $1::date[], $2::date, $3::boolean) as given`;

const QUERY_CANCELED = '57014';

const isTimeout = (error: unknown) => error instanceof Error && 'code' in error && error.code === QUERY_CANCELED;
