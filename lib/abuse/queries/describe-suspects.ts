import { REASON_CODES, type Reason, reasonOf, TYPE_CODES } from '@/lib/events/codes';
import type { DayRange } from '@/lib/kernel/day';
import { readDb } from '@/lib/platform/database';
import type { Suspect } from '../schema';

const HARMLESS: readonly Reason[] = ['already-liked', 'not-liked', 'superseded'];

/** Reasons that say something about a viewer, as a list in SQL; a like that changed nothing says nothing. */
export const ABUSE_REFUSALS = Object.entries(REASON_CODES)
  .filter(([reason]) => !HARMLESS.some((harmless) => harmless === reason))
  .map(([, code]) => code)
  .join(', ');

type Row = Omit<Suspect, 'reasons'> & { reasons: Record<string, number> };

/** What each of these viewers did in a period, in their order; who did nothing is left out. */
export async function describeSuspects(viewers: string[], { from, to }: DayRange): Promise<Suspect[]> {
  if (viewers.length === 0) return [];
  const { rows } = await readDb().$client.query<Row>(DESCRIBE, [viewers, from, to]);
  return rows.map(({ reasons, ...row }) => ({ ...row, reasons: namedReasons(reasons) }));
}

/** Counts by code of the log as counts by name. */
export function namedReasons(byCode: Record<string, number>): Partial<Record<Reason, number>> {
  return Object.fromEntries(
    Object.entries(byCode).flatMap(([code, n]) => {
      const reason = reasonOf(Number(code));
      return reason ? [[reason, n] as const] : [];
    }),
  );
}

const SEEN = `(reason = 0 and type = ${TYPE_CODES.view})`;
const DESCRIBE = `with asked as (
  select viewer, place from unnest($1::text[]) with ordinality as a (viewer, place)
), mine as materialized (
  select e.viewer, e.content_id, e.type, e.reason, date_trunc('minute', e.at) as minute, count(*) as n
  from asked a join events e on e.viewer = a.viewer and e.day between $2 and $3 group by 1, 2, 3, 4, 5
), totals as (
  select viewer, sum(n)::int as events, coalesce(sum(n) filter (where reason = 0), 0)::int as counted,
    coalesce(sum(n) filter (where reason in (${ABUSE_REFUSALS})), 0)::int as refused, count(distinct content_id)::int as contents
  from mine group by viewer
), reasons as (
  select viewer, jsonb_object_agg(reason, n) as reasons from (
    select viewer, reason, sum(n) as n from mine where reason <> 0 group by 1, 2) r group by viewer
), peaks as (
  select viewer, max(n)::int as peak from (select viewer, minute, sum(n) as n from mine group by 1, 2) m group by viewer
), viewed as (
  select distinct on (viewer) viewer, content_id, views from (
    select viewer, content_id, sum(n) filter (where ${SEEN})::int as views from mine group by 1, 2) v
  where views > 0 order by viewer, views desc, content_id
)
select t.viewer, t.events, t.counted, t.refused, coalesce(r.reasons, '{}') as reasons, t.contents, p.peak as "peakPerMinute",
  case when v.content_id is not null then jsonb_build_object('contentId', v.content_id, 'title', coalesce(c.title, ''), 'views', v.views,
    'share', least(1, v.views::numeric / greatest(1, (select sum(s.views) from summaries s
      where s.grain = 'd' and s.content_id = v.content_id and s.start_on between $2 and $3)))) end as top,
  exists (select from viewer_blocks b where b.viewer = t.viewer and b.lifted_at is null) as blocked
from totals t join asked a using (viewer) left join reasons r using (viewer) left join peaks p using (viewer)
left join viewed v using (viewer) left join contents c on c.id = v.content_id order by a.place`;
