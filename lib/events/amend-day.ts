import type pg from 'pg';
import { addDays, type Day } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { JUDGED_TYPES, REASON_CODES, TYPE_CODES } from './codes';
import { repeatRules } from './repeat-rules';

const R = REASON_CODES;
const { click } = TYPE_CODES;

/**
 * Judges the marked events of a day against the verdicts that stand in it, in order of event time and id (events rule
 * 8). Nothing that stands changes: a late event less than its window before or after a counted one is a repetition. What
 * changes goes into the deltas, so that log and figures agree at every moment. Call in a transaction. Returns how many
 * verdicts changed.
 */
export async function amendDay(client: pg.ClientBase, day: Day): Promise<number> {
  await client.query('insert into days (day) values ($1) on conflict do nothing', [day]);
  // No run, fold or closing of the day meanwhile.
  await client.query('select from days where day = $1 for update', [day]);
  const { click: clicks, view: views } = repeatRules();
  const windows = [clicks.windowMilliseconds, clicks.dailyCap, views.windowMilliseconds, views.dailyCap];
  const bounds = [calendar().startOf(day).toISOString(), calendar().endOf(day).toISOString()];
  const { rows } = await client.query<{ changed: number; tail: number }>(AMEND, [day, ...bounds, ...windows]);
  const { changed = 0, tail = 0 } = rows[0] ?? {};
  if (tail > 0) await passOn(client, addDays(day, 1));
  return changed;
}

/** A day whose last minute changed dirties the next; in a closed one only what does not stand is judged again. */
async function passOn(client: pg.ClientBase, next: Day): Promise<void> {
  await client.query(`update days set dirty = true where day = $1 and state = 'settled'`, [next]);
  await client.query(
    `update provisional_verdicts set judged_in = null where day = $1 and judged_in > coalesce(${LAST_CLOSED}, '-infinity')`,
    [next],
  );
}

const LAST_CLOSED = `(select max(day) from days where state = 'closed')`;
const KEY = 'e.type, e.content_id, e.viewer, e.ad_position_seconds';
const EVENT = `${KEY}, e.id, e.reason, (extract(epoch from e.at) * 1000)::bigint as at_ms, e.at`;
const OF_KEY = `e.viewer = k.viewer and e.content_id = k.content_id and e.type = k.type and e.ad_position_seconds is not distinct from k.ad_position_seconds`;
const LONGEST = 'make_interval(secs => greatest($4::bigint, $6::bigint) / 1000.0)';

// Placeholders: $1 day, $2 / $3 its first instant and its end, $4 / $5 click window and cap, $6 / $7 view window and cap.
// Marks of what an already closed day paid stand; of the others those count whose viewer, content and position has news.
const MARKED = `closed as materialized (
  select coalesce(max(day), '-infinity') as last from days where state = 'closed'
), marks as materialized (
  select day, content_id, id, judged_in from provisional_verdicts, closed
  where day in ($1::date, $1::date + 1) and (judged_in is null or judged_in > closed.last)
), keys as materialized (
  select distinct ${KEY} from marks m join events e on e.day = $1::date and e.content_id = m.content_id and e.id = m.id
  where m.day = $1::date and m.judged_in is null and e.type in (${JUDGED_TYPES}) and e.reason <> ${R.bot}
)`;

const JUDGED_BEFORE = `blocked as materialized (
  select viewer, min(coalesce(from_at, '-infinity')) as from_at from viewer_blocks where lifted_at is null group by viewer
), today as materialized (
  select ${EVENT}, exists (select from marks m where m.day = $1::date and m.content_id = e.content_id and m.id = e.id) as is_marked,
    case when exists (select from blocked b where b.viewer = e.viewer and b.from_at <= e.at) then ${R.blocked}
      when e.type <> ${click} and exists (select from contents c join users u on u.id = c.creator_id
        where c.id = e.content_id and e.viewer = 'm:' || u.member_id) then ${R['own-content']} end as barred
  from keys k join events e on e.day = $1::date and ${OF_KEY} where e.reason <> ${R.bot}
)`;

const IN_ORDER = `in_order as (
  select ${KEY}, e.id, e.reason, e.at_ms, not e.is_marked as stands, not e.is_marked as caps from today e
  where (e.is_marked and e.barred is null) or (not e.is_marked and e.reason = 0)
  union all
  select ${KEY}, e.id, e.reason, (extract(epoch from e.at) * 1000)::bigint, true, false
  from keys k join events e on e.day = $1::date - 1 and ${OF_KEY} where e.reason = 0 and e.at >= $2::timestamptz - ${LONGEST}
  union all
  select ${KEY}, e.id, e.reason, (extract(epoch from e.at) * 1000)::bigint, true, false
  from keys k join events e on e.day = $1::date + 1 and ${OF_KEY}
  where e.reason = 0 and e.at < $3::timestamptz + ${LONGEST} and $1::date + 1 <= (select last from closed)
    and not exists (select from marks m where m.day = e.day and m.content_id = e.content_id and m.id = e.id)
)`;

const ONE_VIEWER = 'partition by type, content_id, viewer, ad_position_seconds';
const STEPPED = `ruled as (
  select *, case when type = ${click} then $4::bigint else $6::bigint end as window_ms,
    case when type = ${click} then $5::bigint else $7::bigint end - count(*) filter (where caps) over (${ONE_VIEWER}) as cap,
    min(at_ms) filter (where stands) over (${ONE_VIEWER} order by at_ms, id rows between current row and unbounded following) as next_ms
  from in_order
), stepped as (
  select *, judge_late_state(at_ms, stands, next_ms, window_ms, cap) over (${ONE_VIEWER} order by at_ms, id rows unbounded preceding) as state from ruled
), compared as (
  select *, lag(state) over (${ONE_VIEWER} order by at_ms, id) as before from stepped
), verdicts as (
  select content_id, id, case when state is distinct from before then 0
    when at_ms - (before >> 20) < window_ms or next_ms - at_ms < window_ms
      then case when type = ${click} then ${R['rapid-repeat']} else ${R['repeat-view']} end
    else ${R['daily-cap']} end as verdict
  from compared where not stands
  union all
  select content_id, id, barred from today where is_marked and barred is not null
)`;

const AMEND = `with ${MARKED}, ${JUDGED_BEFORE}, ${IN_ORDER}, ${STEPPED}, changes as materialized (
  select t.content_id, t.id, t.type, t.at, t.reason, v.verdict from verdicts v
  join today t on t.content_id = v.content_id and t.id = v.id where v.verdict <> t.reason
), changed as (
  update events e set reason = c.verdict from changes c where e.day = $1::date and e.content_id = c.content_id and e.id = c.id
), figures as (
  insert into event_deltas (day, content_id, metric, n)
  select $1::date, content_id, metric, sum(n) from changes cross join lateral (values
    (case when reason = 0 then type else reason end, -1), (case when verdict = 0 then type else verdict end, 1)
  ) as moved (metric, n) group by content_id, metric having sum(n) <> 0
), judged as (
  update provisional_verdicts p set judged_in = greatest(closed.last, $1::date) + 1 from marks m, closed
  where m.day = $1::date and m.judged_in is null and p.day = m.day and p.content_id = m.content_id and p.id = m.id
    and $1::date <= closed.last
), standing as (
  delete from provisional_verdicts p using closed
  where p.day = $1::date and (p.judged_in <= closed.last or ($1::date > closed.last and exists (
    select from marks m where m.day = p.day and m.content_id = p.content_id and m.id = p.id)))
)
select (select count(*) from changes)::int as changed,
  (select count(*) from today where is_marked and at >= $3::timestamptz - ${LONGEST})::int as tail`;
