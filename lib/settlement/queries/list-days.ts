import { dayIsHeld } from '@/lib/events/day-is-held';
import { badCursor } from '@/lib/kernel/bad-cursor';
import { type Day, type DayRange, parseDay, periodOf } from '@/lib/kernel/day';
import { decodeCursor, type Page, pageOf } from '@/lib/kernel/page';
import { calendar } from '@/lib/platform/calendar';
import { db } from '@/lib/platform/database';
import { type DayQuery, SettlementDay } from '../day-schema';
import { LINES_TOTALS } from '../lines-totals-schema';

/** Every day from the first one known to today, newest first, with what it is worth so far. */
export async function listDays({ month, limit, cursor }: DayQuery, now: Date): Promise<Page<SettlementDay>> {
  const { from = null, to = null } = monthOf(month) ?? {};
  const rows = await readDays({ from, to, before: cursor === undefined ? null : dayIn(cursor), limit: limit + 1 }, now);
  return pageOf(rows, limit, (row) => [row.day]);
}

type Which = { from: Day | null; to: Day | null; before: Day | null; limit: number };

/** From the primary: who just ran or closed a day sees it. */
export async function readDays({ from, to, before, limit }: Which, now: Date): Promise<SettlementDay[]> {
  const today = calendar().dayOf(now);
  const { rows } = await db().$client.query<Row>(DAYS, [today, from, to, before, limit]);
  return rows.map(({ totals, settledAt, closedAt, ...row }) =>
    SettlementDay.parse({
      ...row,
      ...totals,
      ended: row.day < today,
      total: totals.videoAmount + totals.adAmount,
      settledAt: settledAt?.toISOString() ?? null,
      closedAt: closedAt?.toISOString() ?? null,
    }),
  );
}

type Row = {
  day: Day;
  totals: { videoAmount: number; adAmount: number };
  settledAt: Date | null;
  closedAt: Date | null;
};

function monthOf(month: string | undefined): DayRange | null {
  const first = month === undefined ? null : parseDay(`${month}-01`);
  return first && periodOf('month', first);
}

function dayIn(cursor: string): Day {
  const [text] = decodeCursor(cursor, 1) ?? [];
  const day = typeof text === 'string' ? parseDay(text) : null;
  if (!day) throw badCursor();
  return day;
}

// Sums of lines that do not belong to the checksum beside them are made anew; views of a day without lines are its counts.
const DAYS = `with asked as (
  select n::date as day from (select least(min(day), $1::date) as first from days) known
  cross join lateral generate_series(greatest(known.first, $2::date), least($1::date, $3::date), '1 day') n
  where $4::date is null or n < $4::date order by n desc limit $5
)
select a.day, coalesce(d.state, 'open') as state, coalesce(d.dirty, false) as dirty, coalesce(d.owed, false) as owed,
  ${dayIsHeld('a.day')} as running, d.settled_at as "settledAt", d.closed_at as "closedAt",
  case when d.lines_checksum is null
    then s.totals || jsonb_build_object('views', coalesce(t.views, 0), 'adViews', coalesce(t.ad_views, 0))
    else coalesce(s.totals, d.lines_totals) end as totals,
  r.run as "lastRun"
from asked a
left join days d on d.day = a.day
left join day_totals t on t.day = a.day
left join lateral (
  select ${LINES_TOTALS} as totals from settlement_lines l where l.day = a.day
  having d.lines_checksum is null or d.lines_totals ->> 'checksum' is distinct from d.lines_checksum
    or not d.lines_totals ? 'views'
) s on true
left join lateral (
  select jsonb_build_object('id', id, 'attempt', attempt, 'state', state, 'finishedAt', finished_at,
    'tookMilliseconds', took_milliseconds) as run
  from runs where day = a.day and kind = 'settle-day' order by attempt desc limit 1
) r on true
order by a.day desc`;
