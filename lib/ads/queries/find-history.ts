import type pg from 'pg';
import type { Condition, History } from '../conditions';

/** What these conditions need to know of a member: joined ads, counted as far as matters, and which of the named ones. */
export async function findHistory(
  connection: Pick<pg.ClientBase, 'query'>,
  memberId: string,
  eligibility: readonly Condition[],
): Promise<History> {
  const enough = Math.max(1, ...eligibility.map((one) => (one.kind === 'participations-at-least' ? one.count : 1)));
  const named = eligibility.flatMap((one) => (one.kind === 'joined' ? [one.adId] : []));
  const { rows } = await connection.query<{ count: number; adIds: number[] }>({
    name: 'find-history',
    text: `select (select count(*) from (select from participations where member_id = $1 limit $2) as joined)::int as count,
      array(select ad_id from participations where member_id = $1 and ad_id = any($3::bigint[])) as "adIds"`,
    values: [memberId, enough, named],
  });
  const { count = 0, adIds = [] } = rows[0] ?? {};
  return { count, adIds: new Set(adIds.map(Number)) };
}
