import type { IntegrityCheck } from './check';
import { sliceOfMembers } from './slice-of-members';

const MEMBERS = `members as materialized (${sliceOfMembers})`;
const MEMBERS_LOOKED = `select count(*) from (${sliceOfMembers}) as members`;

// What was written, what was paid and what was counted, by member and business day of the post.
const REWARDED = `with ${MEMBERS}, compared as (
  select x.member_id, x.day, sum(posts) as posts, sum(transfers) as transfers, sum(quota) as quota
  from members m cross join lateral (
    select author_id as member_id, day, count(*) as posts, 0 as transfers, 0 as quota
    from posts where author_id = m.member_id and reward_points > 0 group by 1, 2
    union all
    select t.member_id, p.day, 0, count(*), 0 from point_transfers t
    left join posts p on p.id = substr(t.reference, 6)::bigint and p.author_id = t.member_id
    where t.member_id = m.member_id and t.kind = 'post-reward' group by 1, 2
    union all
    select member_id, day, 0, 0, rewarded from post_quotas where member_id = m.member_id
    offset 0
  ) as x group by 1, 2
)
select member_id as "memberId", day, posts, transfers, quota from compared
where day is null or transfers > 3 or posts <> transfers or quota <> transfers order by 1, 2`;

const OFFERS = 'select * from post_offers order by post_id desc limit 200';

const GIVEN = `select o.post_id as "postId", o.coupons as offered, o.used, x.given, x.commenters from (${OFFERS}) as o
join posts p on p.id = o.post_id cross join lateral (
  select (select count(*) from coupons where post_id = o.post_id) as given,
    (select count(distinct author_id) from comments where post_id = o.post_id and author_id <> p.author_id) as commenters
) as x
where o.used <> x.given or o.used <> least(o.coupons, x.commenters) order by 1`;

/** Whether posts are paid three times a day at most (I12), and coupons of offers go to the first who comment (I13). */
export const checksOfCommunity: readonly IntegrityCheck[] = [
  {
    id: 'post-rewards-are-three',
    rule: 'I12',
    title: 'At most three posts of a member and business day were paid, each once',
    detail:
      'Paid posts of these members against their transfers and the count of the day, all ways: every member while the tables are small, otherwise those with the newest promises and transfers and others at random, new ones at each look.',
    looked: MEMBERS_LOOKED,
    breaches: REWARDED,
  },
  {
    id: 'coupons-are-exact',
    rule: 'I13',
    title: 'As many coupons as were offered, or as members commented, went out',
    detail:
      'The newest 200 offers: what is counted as used against the coupons there are, and against the members who commented, the author left out, also with comments deleted or hidden since.',
    looked: `select count(*) from (${OFFERS}) as offers`,
    breaches: GIVEN,
  },
];
