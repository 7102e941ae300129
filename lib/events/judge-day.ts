import type pg from 'pg';
import type { Day } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { REASON_CODES, TYPE_CODES } from './codes';
import { repeatRules } from './repeat-rules';

export type JudgedDay = { rows: number; changed: number; tailChecksum: string };

const { click, view, 'ad-view': adView } = TYPE_CODES;
const R = REASON_CODES;

// Who is blocked now, and from when on; an event that was stored as blocked and is so no longer is judged like any other.
const BLOCKED = `blocked as materialized (
  select viewer, min(coalesce(from_at, '-infinity')) as from_at from viewer_blocks where lifted_at is null group by viewer
)`;
const IS_BLOCKED = 'exists (select from blocked b where b.viewer = e.viewer and b.from_at <= e.at)';

// Placeholders: $1 day, $2 first instant of the day, $3 / $4 click window and cap, $5 / $6 view window and cap.
const EVENTS_IN_ORDER = `
  select e.content_id, e.id, e.type, e.reason, e.viewer, e.ad_position_seconds, (extract(epoch from e.at) * 1000)::bigint as at_ms, false as carried
  from events e
  where e.day = $1::date and e.type in (${click}, ${view}, ${adView}) and e.reason <> ${R.bot} and not ${IS_BLOCKED}
    and not (e.type <> ${click} and e.viewer like 'm:%' and exists (
      select from contents c join users u on u.id = c.creator_id where c.id = e.content_id and e.viewer = 'm:' || u.member_id))
  union all
  select e.content_id, e.id, e.type, e.reason, e.viewer, e.ad_position_seconds, (extract(epoch from e.at) * 1000)::bigint, true
  from events e
  where e.day = $1::date - 1 and e.type in (${click}, ${view}, ${adView}) and e.reason = 0
    and e.at >= $2::timestamptz - make_interval(secs => greatest($3::bigint, $5::bigint) / 1000.0)`;

// Each event is stepped over in order of its time, then its id; one that moved the state has counted.
const JUDGE = `with ${BLOCKED}, in_order as (${EVENTS_IN_ORDER}), stepped as (
  select *, case when type = ${click} then $3::bigint else $5::bigint end as window_ms,
    judge_state(at_ms, carried, case when type = ${click} then $3::bigint else $5::bigint end, case when type = ${click} then $4::bigint else $6::bigint end) over one_viewer as state
  from in_order
  window one_viewer as (partition by type, content_id, viewer, ad_position_seconds order by at_ms, id rows unbounded preceding)
), compared as (
  select *, lag(state) over (partition by type, content_id, viewer, ad_position_seconds order by at_ms, id) as before from stepped
), verdicts as (
  select content_id, id, reason, case
    when before is null or state <> before then 0
    when at_ms - (before >> 20) < window_ms then case when type = ${click} then ${R['rapid-repeat']} else ${R['repeat-view']} end
    else ${R['daily-cap']} end as verdict
  from compared where not carried
  union all
  select e.content_id, e.id, e.reason, ${R['own-content']} from events e
  join contents c on c.id = e.content_id join users u on u.id = c.creator_id
  where e.day = $1::date and e.type in (${view}, ${adView}) and e.reason <> ${R.bot} and e.viewer = 'm:' || u.member_id
    and not ${IS_BLOCKED}
  union all
  select e.content_id, e.id, e.reason, ${R.blocked} from events e join blocked b on b.viewer = e.viewer and b.from_at <= e.at
  where e.day = $1::date and e.type in (${click}, ${view}, ${adView}) and e.reason <> ${R.bot}
), changed as (
  update events e set reason = v.verdict from verdicts v
  where e.day = $1::date and e.content_id = v.content_id and e.id = v.id and v.verdict <> v.reason returning 1
)
select (select count(*) from changed) as changed, (select count(*) from events where day = $1::date) as rows`;

/**
 * Judges the clicks and views of a day again from the log (events rules 3, 5 and 6), whatever order they arrived in: bots
 * stay, then come blocked viewers, own content, windows and caps.
 */
export async function judgeDay(client: pg.ClientBase, day: Day): Promise<JudgedDay> {
  const { click: clicks, view: views } = repeatRules();
  const windows = [clicks.windowMilliseconds, clicks.dailyCap, views.windowMilliseconds, views.dailyCap];
  const start = calendar().startOf(day).toISOString();
  const { rows } = await client.query<{ changed: number; rows: number }>(JUDGE, [day, start, ...windows]);
  const longest = Math.max(clicks.windowMilliseconds, views.windowMilliseconds);
  const { rows: tails } = await client.query<{ tail: string }>(TAIL, [
    day,
    calendar().endOf(day).toISOString(),
    longest,
  ]);
  return { rows: rows[0]?.rows ?? 0, changed: rows[0]?.changed ?? 0, tailChecksum: tails[0]?.tail ?? '0' };
}

// What counted in the last moments reaches over midnight: when it changes, the next day has to be judged again.
const TAIL = `select coalesce(sum(uuid_hash_extended(id, 0)), 0)::text as tail from events
  where day = $1::date and type in (${click}, ${view}, ${adView}) and reason = 0
    and at >= $2::timestamptz - make_interval(secs => $3::bigint / 1000.0)`;
