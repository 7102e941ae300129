import type { Day } from '@/lib/kernel/day';
import { db } from '@/lib/platform/database';
import { monthText } from '../month';
import type { SettlementMonth } from '../statement-schema';

/** Every month from the first day that is known to today's, the latest first. */
export async function listMonths(today: Day): Promise<SettlementMonth[]> {
  const { rows } = await db().$client.query<Row>(MONTHS, [today]);
  return rows.map((row) => monthOf(row, today));
}

type Row = {
  month: Day;
  to: Day;
  closedAt: Date | null;
  closedBy: string | null;
  creators: number;
  video: number;
  ad: number;
  net: number | null;
  notClosed: number;
  firstNotClosed: Day | null;
};

// A closed month says what was written down when it was closed; only open ones are summed.
const MONTHS = `with months as (
  select g.month::date as month, (g.month + interval '1 month - 1 day')::date as "to", first
  from (select min(day) as first from days) known,
    generate_series(date_trunc('month', least(first, $1::date)), date_trunc('month', $1::date), '1 month') g(month)
)
select m.month, m."to", c.closed_at as "closedAt", c.closed_by as "closedBy", coalesce(c.creators, o.creators)::bigint as creators,
  coalesce(c.video_won, o.video)::bigint as video, coalesce(c.ad_won, o.ad)::bigint as ad, c.net_won as net,
  d.n as "notClosed", d.first as "firstNotClosed"
from months m
left join settlement_months c using (month)
left join lateral (
  select count(distinct creator_id) as creators, coalesce(sum(video_won), 0) as video, coalesce(sum(ad_won), 0) as ad
  from settlement_lines where c.month is null and day between m.month and m."to"
) o on true
left join lateral (
  select count(*) as n, min(g.day)::date as first from generate_series(greatest(m.first, m.month), m."to", '1 day') g(day)
  left join days x on x.day = g.day::date where x.state is distinct from 'closed'
) d on true
order by m.month desc`;

function monthOf({ video, ad, ...row }: Row, today: Day): SettlementMonth {
  const closable = row.notClosed === 0 && row.to < today;
  return {
    month: monthText(row.month),
    state: row.closedAt ? 'closed' : closable ? 'closable' : 'open',
    from: row.month,
    to: row.to,
    daysNotClosed: row.closedAt ? 0 : row.notClosed,
    firstDayNotClosed: row.closedAt ? null : row.firstNotClosed,
    creators: row.creators,
    totals: { video, ad, total: video + ad },
    net: row.net,
    closedAt: row.closedAt?.toISOString() ?? null,
    closedBy: row.closedBy,
  };
}
