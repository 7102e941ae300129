import { JUDGED_TYPES, REASON_CODES, TYPE_CODES } from './codes';

const { click } = TYPE_CODES;
const R = REASON_CODES;
const EVENT = 'e.content_id, e.id, e.type, e.reason, e.viewer, e.ad_position_seconds, e.at';

// Who is blocked now, and from when on; an event that was stored as blocked and is so no longer is judged like any other.
// Of the viewers only those who own a content are looked up in the catalogue.
const BARRED = `blocked as materialized (
  select viewer, min(coalesce(from_at, '-infinity')) as from_at from viewer_blocks where lifted_at is null group by viewer
), owners as materialized (
  select 'm:' || u.member_id as viewer, u.id from users u where exists (select from contents c where c.creator_id = u.id)
)`;

// Refused whatever came before it; a like, and a bot, stays as it was judged at arrival.
const STANDING = `case
  when e.type not in (${JUDGED_TYPES}) or e.reason = ${R.bot} then e.reason
  when b.from_at <= e.at then ${R.blocked}::smallint
  when e.type <> ${click} and o.id is not null and o.id = (select c.creator_id from contents c where c.id = e.content_id)
    then ${R['own-content']}::smallint end`;

const IN_ORDER = `in_order as (
  select ${EVENT}, false as carried, ${STANDING} as standing from events e
  left join blocked b on b.viewer = e.viewer left join owners o on o.viewer = e.viewer
  where e.day = $1::date and e.content_id >= $2::bigint and e.content_id < $3::bigint
  union all
  select ${EVENT}, true, null from events e
  where e.day = $1::date - 1 and e.type in (${JUDGED_TYPES}) and e.reason = 0 and e.content_id >= $2::bigint and e.content_id < $3::bigint
    and e.at >= $4::timestamptz - make_interval(secs => greatest($6::bigint, $8::bigint) / 1000.0)
)`;

// Sorted by the content, then by a hash of the viewer, which is compared much faster than the viewer itself; the viewer
// decides where two hashes are equal. What stands already forms groups of its own, which open no window.
const STEPPED = `stepped as (
  select content_id, id, type, reason, standing, carried, at_ms, window_ms,
    judge_verdict(at_ms, carried, window_ms, cap) over (
      partition by content_id, case when standing is null then hashtextextended(viewer, type) end, type, viewer, ad_position_seconds
      order by at_ms, id rows unbounded preceding
    ) as state
  from (
    select *, (extract(epoch from at) * 1000)::bigint as at_ms,
      case when type = ${click} then $6::bigint else $8::bigint end as window_ms,
      case when type = ${click} then $7::bigint else $9::bigint end as cap
    from in_order
  ) as ruled
)`;

/**
 * CTEs that judge the events of a range of contents on a day from the log (events rules 3, 5 and 6), in order of their
 * time, then their id: bots stay, then come blocked viewers, own content, windows and caps. The last is
 * `judged (content_id, id, type, reason, at_ms, verdict)`, in the order of contents. Placeholders: $1 day, $2 / $3 bounds
 * of the range, $4 / $5 first instant of the day and its end, $6 / $7 click window and cap, $8 / $9 view window and cap.
 */
export const verdictsInSql = `${BARRED}, ${IN_ORDER}, ${STEPPED}, judged as (
  select content_id, id, type, reason, at_ms, coalesce(standing, (case
    when state > 0 then 0
    when at_ms - (-state >> 20) < window_ms then case when type = ${click} then ${R['rapid-repeat']} else ${R['repeat-view']} end
    else ${R['daily-cap']} end)::smallint) as verdict
  from stepped where not carried
)`;
