import type { IntegrityCheck } from './check';
import { sliceOfMembers } from './slice-of-members';

const ROWS_COUNTED = 5_000_000;
const LATELY_DAYS = 7;

// In an order that is another one at each look, until so many places are used together: first of those that took members
// lately, then of all, so that every ad has its turn.
const COUNTED_ADS = `with shuffled as (
  select id, used, ends_at > now() - interval '${LATELY_DAYS} days' and state <> 'ended' as lately,
    hashint8extended(id, floor(extract(epoch from now()))::bigint) as turn from ads
), summed as (
  select id, lately, used, sum(used) over (partition by lately order by turn, id) as of_kind,
    sum(used) over (order by turn, id) as of_all from shuffled
)
select id from summed where (lately and of_kind - used < ${ROWS_COUNTED}) or of_all - used < ${ROWS_COUNTED}`;

const PLACES_AND_PARTICIPATIONS = `with counted as materialized (
  select c.id, p.n from (${COUNTED_ADS}) as c
  cross join lateral (select count(*) as n from participations where ad_id = c.id) as p
)
select a.id as "adId", a.places, a.used, c.n as participations from ads a left join counted c using (id)
where a.used > a.places or a.used <> c.n order by a.id`;

const PARTITIONS_OF = (table: string) =>
  `select c.oid, c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = '${table}'::regclass`;

const WITHOUT_KEY = `select p.name as partition from (${PARTITIONS_OF('participations')}) as p where not exists (
  select from pg_index x join pg_inherits i on i.inhrelid = x.indexrelid
  where x.indrelid = p.oid and x.indisunique and x.indisvalid and i.inhparent = to_regclass('participations_pkey')
) order by 1`;

// Offset 0 keeps each member's look-up a walk along the index; joined as a whole, all rows would be read for a slice.
const TWICE_OR_NAMELESS = `with members as materialized (${sliceOfMembers}), joined as (
  select p.* from members m cross join lateral (
    select member_id, ad_id, count(*) as n, min(ad_name) as ad_name
    from participations where member_id = m.member_id group by 1, 2 offset 0
  ) as p
)
select member_id as "memberId", ad_id as "adId", ad_name as "adName", n as participations
from joined where n > 1 or ad_name = '' or not exists (select from ads where id = ad_id) order by 1, 2`;

// What an entry keeps of an ad (`auditOf` in lib/ads) and people decide on, in the words of the table.
const NOW_AND_LAST = `select a.id as "adId", a.state, last.action, last.at, array_to_string(array(
    select key from jsonb_each(jsonb_build_object('name', a.name, 'text', a.text, 'state', a.state, 'places', a.places,
      'rewardPoints', a.reward_points, 'eligibility', a.eligibility, 'ownerId', a.owner_id, 'imageKey', a.image_key,
      'imageUrl', a.image_url)) as now (key, value)
    where last.after -> key is distinct from value
      union all
    select key from (values ('startsAt', a.starts_at), ('endsAt', a.ends_at)) as moments (key, at)
    where (last.after ->> key)::timestamptz is distinct from moments.at order by 1
  ), ', ') as fields,
  exists (select from audit_log where subject_kind = 'ad' and subject_id = a.id::text and action = 'ad.created') as created
from ads a left join lateral (
  select action, at, after from audit_log where subject_kind = 'ad' and subject_id = a.id::text order by id desc limit 1
) as last on true`;

/** Whether no ad gives out more than it has, nobody joins twice (I1, I2), and every change of an ad is written down (I15). */
export const checksOfAds: readonly IntegrityCheck[] = [
  {
    id: 'places-are-participations',
    rule: 'I1',
    title: 'Places used are participations, and never more than there are',
    detail: `For each ad, the places it counts as used against the rows of its participations. While there are more than ${ROWS_COUNTED / 1e6} million: so many of the ads of the last ${LATELY_DAYS} days and so many of all, other ones at each look.`,
    looked: `select count(*) from (${COUNTED_ADS}) as counted`,
    breaches: PLACES_AND_PARTICIPATIONS,
  },
  {
    id: 'one-participation-one-key',
    rule: 'I2',
    title: 'Nobody can join an ad twice',
    detail: 'The key (member, ad) is unique and valid in every partition, so a second one finds its place taken.',
    looked: `select count(*) from (${PARTITIONS_OF('participations')}) as partitions`,
    breaches: WITHOUT_KEY,
  },
  {
    id: 'participations-are-whole',
    rule: 'I2',
    title: 'Each participation is the only one, with its ad and the name of then',
    detail:
      'All participations of these members: every member while the tables are small, otherwise the newest and others at random, new ones at each look.',
    looked: `select count(*) from (${sliceOfMembers}) as members`,
    breaches: TWICE_OR_NAMELESS,
  },
  {
    id: 'ads-are-audited',
    rule: 'I15',
    title: 'Every ad says what the audit log says of it last',
    detail:
      'Each ad has its entry of being registered, and its newest entry holds its name, text, picture, state, places, reward, conditions, owner and period of now.',
    looked: 'select count(*) from ads',
    breaches: `select "adId", state, action, at, fields from (${NOW_AND_LAST}) as compared
where not created or fields <> '' order by "adId"`,
  },
];
