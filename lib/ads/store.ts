import type pg from 'pg';
import type { FirstAnswer } from '@/lib/platform/first-answer';
import type { Participation } from './schema';

/** A connection: a pool, or one client inside a transaction. */
type Connection = Pick<pg.ClientBase, 'query'>;

/** A member who wants a place of an ad; `answer` is under what key the first answer is kept, if any. */
export type Wish = { adId: number; memberId: string; joinedAt: Date; answer: FirstAnswer | null };

// One statement, one snapshot, one commit. The ads' rows are locked in the order of their id, so that their count is the
// latest and two groups never wait for each other; who comes within the places left is inserted, and what was really
// inserted is counted, promised and queued. The limit is a CHECK as well.
const TAKE_PLACES = `with wanted as materialized (
  select * from unnest($1::bigint[], $2::text[], $3::timestamptz[], $4::text[], $5::text[], $6::text[])
    with ordinality as t (ad_id, member_id, joined_at, actor, key, request_hash, nth)
), locked as materialized (
  select id, name, reward_points, places - used as places_left, starts_at, ends_at from ads
  where id in (select ad_id from wanted) and state = 'open' order by id for update
), open as (
  select w.*, l.name, l.reward_points, l.places_left,
    row_number() over (partition by w.ad_id order by w.nth) as place
  from wanted w join locked l on l.id = w.ad_id and w.joined_at >= l.starts_at and w.joined_at < l.ends_at
  where not exists (select from participations p where p.member_id = w.member_id and p.ad_id = w.ad_id)
), inserted as (
  insert into participations (ad_id, member_id, joined_at, reward_points, ad_name)
  select ad_id, member_id, joined_at, reward_points, name from open where place <= places_left order by member_id, ad_id
  on conflict do nothing returning id, ad_id, member_id, joined_at, reward_points
), taken as (
  update ads a set used = a.used + n.joined
  from (select ad_id, count(*)::int as joined from inserted group by ad_id) n where a.id = n.ad_id
), promised as (
  insert into point_accruals (member_id, reference, kind, amount, promised_at)
  select member_id, 'participation:' || id, 'ad-reward', reward_points, joined_at from inserted where reward_points > 0
), answered as (
  insert into idempotent_answers (actor, key, request_hash, status, body, created_at)
  select w.actor, w.key, w.request_hash, 201, json_build_object('id', i.id, 'adId', i.ad_id, 'memberId', i.member_id,
    'rewardPoints', i.reward_points, 'joinedAt', to_char(i.joined_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), i.joined_at
  from inserted i join wanted w using (ad_id, member_id) where w.key is not null
), queued as materialized (
  select count(*) from graphile_worker.add_jobs((
    select array_agg(row('accrue-points', json_build_object('memberId', member_id, 'reference', 'participation:' || id),
      null, null, null, null, null, null)::graphile_worker.job_spec)
    from inserted where reward_points > 0))
)
select i.id, i.ad_id as "adId", i.member_id as "memberId", i.reward_points as "rewardPoints", i.joined_at as "joinedAt"
from inserted i cross join queued`;

/**
 * Takes a place for each of these members who can have one, with all that belongs to it. Null for the others, for
 * whatever reason. No member may wish for the same ad twice in one call.
 * Errors: a unique violation of idempotent_answers_pkey when a key was answered meanwhile; then nothing was taken.
 */
export async function takePlaces(connection: Connection, wishes: Wish[]): Promise<(Participation | null)[]> {
  const { rows } = await connection.query<Omit<Participation, 'joinedAt'> & { joinedAt: Date }>({
    name: 'take-places',
    text: TAKE_PLACES,
    values: [
      wishes.map((wish) => wish.adId),
      wishes.map((wish) => wish.memberId),
      wishes.map((wish) => wish.joinedAt.toISOString()),
      wishes.map((wish) => wish.answer?.actor ?? null),
      wishes.map((wish) => wish.answer?.key ?? null),
      wishes.map((wish) => wish.answer?.requestHash ?? null),
    ],
  });
  const taken = new Map(rows.map((row) => [wishKey(row), { ...row, joinedAt: row.joinedAt.toISOString() }]));
  return wishes.map((wish) => taken.get(wishKey(wish)) ?? null);
}

export const wishKey = ({ adId, memberId }: { adId: number; memberId: string }) => `${adId} ${memberId}`;
