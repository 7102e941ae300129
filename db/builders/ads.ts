import { sql } from 'drizzle-orm';
import type { Database } from '../connection';
import { ads } from '../schema/ads';

type Handle = Pick<Database, 'insert' | 'execute'>;

export type BuiltAd = typeof ads.$inferSelect;
/** What is left out is live since an hour, for a day, and takes anybody. */
export type AdPlan = Partial<Omit<typeof ads.$inferInsert, 'used'>>;
export type JoinPlan = {
  memberId: string;
  joinedAt?: Date;
  /** When the reward was paid; without it, it is promised and its job waits. */
  paidAt?: Date;
};

const HOUR = 3_600_000;

/** An ad as registered, with no participation yet. */
export async function makeAd(db: Handle, plan: AdPlan = {}): Promise<BuiltAd> {
  const at = Date.now();
  const [made] = await db
    .insert(ads)
    .values({
      name: `ad ${crypto.randomUUID()}`,
      text: 'What members read.',
      rewardPoints: 100,
      places: 10,
      startsAt: new Date(at - HOUR),
      endsAt: new Date(at + 24 * HOUR),
      ...plan,
    })
    .returning();
  if (!made) throw new Error('the ad was not made');
  return made;
}

/** One member's participation; see `makeParticipations`. */
export async function makeParticipation(db: Handle, adId: number, plan: JoinPlan): Promise<number> {
  const [id] = await makeParticipations(db, adId, [plan]);
  if (id === undefined) throw new Error(`no participation was made: is there an ad ${adId}?`);
  return id;
}

/** Participations in one ad; see `joinAds`. */
export function makeParticipations(db: Handle, adId: number, plans: readonly JoinPlan[]): Promise<number[]> {
  return joinAds(
    db,
    plans.map((plan) => ({ ...plan, adId })),
  );
}

/**
 * Participations as joining leaves them, all that belongs to them in one statement: the places they use (I1), the
 * promise of the reward and its job, or the transfer that paid it (I3, I4). Ids in the order of their members, then ads.
 */
export async function joinAds(db: Handle, plans: readonly (JoinPlan & { adId: number })[]): Promise<number[]> {
  const now = new Date().toISOString();
  const column = (of: (plan: (typeof plans)[number]) => string | number | null) => sql.param(plans.map(of));
  const { rows } = await db.execute<{ id: number }>(sql`
    with wanted as materialized (
      select * from unnest(${column((plan) => plan.adId)}::bigint[], ${column((plan) => plan.memberId)}::text[],
        ${column((plan) => plan.joinedAt?.toISOString() ?? now)}::timestamptz[],
        ${column((plan) => plan.paidAt?.toISOString() ?? null)}::timestamptz[]) as t (ad_id, member_id, joined_at, paid_at)
    ), joined as (
      insert into participations (ad_id, member_id, joined_at, reward_points, ad_name)
      select a.id, w.member_id, w.joined_at, a.reward_points, a.name
      from wanted w join ads a on a.id = w.ad_id order by w.joined_at, w.member_id
      returning id, ad_id, member_id, joined_at, reward_points
    ), used as (
      update ads a set used = a.used + j.n from (select ad_id, count(*)::int as n from joined group by 1) as j where a.id = j.ad_id
    ), rewards as materialized (
      select j.id, j.member_id, j.joined_at, j.reward_points, w.paid_at, 'participation:' || j.id as reference from joined j join wanted w using (ad_id, member_id)
      where j.reward_points > 0
    ), promised as (
      insert into point_accruals (member_id, reference, kind, amount, promised_at, accrued_at)
      select member_id, reference, 'ad-reward', reward_points, joined_at, paid_at from rewards
    ), paid as (
      insert into point_transfers (member_id, kind, reference, at)
      select member_id, 'ad-reward', reference, paid_at from rewards where paid_at is not null order by paid_at, member_id
      returning id, member_id, reference
    ), entered as (
      insert into point_entries (member_id, transfer_id, account, amount)
      select p.member_id, p.id, e.account, e.sign * r.reward_points from paid p join rewards r using (member_id, reference)
      cross join (values ('wallet', 1), ('ads', -1)) as e (account, sign)
    ), queued as materialized (
      select count(graphile_worker.add_job('accrue-points',
        json_build_object('memberId', member_id, 'reference', reference))) from rewards where paid_at is null
    )
    select id from joined cross join queued order by member_id, ad_id`);
  return rows.map(({ id }) => Number(id));
}
