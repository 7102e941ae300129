import { checkIntegrity } from '@/lib/integrity/queries/check-integrity';
import { now } from '@/lib/platform/clock';
import { db } from '@/lib/platform/database';
import type { Sent } from './traffic';

/** Acknowledged requests of which something is not in the database. */
export async function countLost(acknowledged: Sent[]): Promise<number> {
  const { rows } = await db().$client.query<{ id: string }>(
    `select id::text from events where id = any($1::uuid[])
     union all select member_id from participations where member_id = any($1::text[])`,
    [acknowledged.flatMap(({ ids }) => ids)],
  );
  const kept = new Set(rows.map(({ id }) => id));
  return acknowledged.filter(({ ids }) => !ids.every((id) => kept.has(id))).length;
}

/** Events that are in the log more than once, members with two places, and rewards that were paid twice. */
export async function countDoubled(): Promise<number> {
  const { rows } = await db().$client.query<{ n: number }>(`select
    (select count(*) - count(distinct id) from events)
    + (select count(*) - count(distinct (ad_id, member_id)) from participations)
    + (select count(*) - count(distinct reference) from point_transfers) as n`);
  return rows[0]?.n ?? Number.NaN;
}

/** The promises that do not hold, by their ids. */
export async function findBreaches(): Promise<string[]> {
  const { checks } = await checkIntegrity(now());
  return checks.filter(({ ok }) => ok !== true).map(({ id, ok }) => (ok === null ? `${id} (not finished)` : id));
}
