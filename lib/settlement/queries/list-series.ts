import { type Day, type DayRange, daysOf, periodOf, periodStartsOf } from '@/lib/kernel/day';
import { readDb } from '@/lib/platform/database';
import type { Series, SeriesAmounts, SeriesItem, SeriesQuery } from '../line-schema';

type ListSeries = Omit<SeriesQuery, 'creatorId'> & { creatorId: number | null };

/** What was earned in each day, week or month that the range touches; null is every creator, and videos without one. */
export async function listSeries({ period, from, to, creatorId }: ListSeries): Promise<Series> {
  const range = { from: periodOf(period, from).from, to: periodOf(period, to).to };
  const [days, first] = await Promise.all([readDays(range, creatorId), readFirst()]);
  const items = periodStartsOf(period, range).map((start) => itemOf(periodOf(period, start), days, first));
  return { period, ...range, totals: summed(items), items };
}

type DayRow = Omit<SeriesAmounts, 'total' | 'closed'> & { day: Day; isClosed: boolean };

const DAYS = `select d.day, coalesce(views, 0)::bigint as views, coalesce(ad_views, 0)::bigint as "adViews",
  coalesce(video_won, 0)::bigint as video, coalesce(ad_won, 0)::bigint as ad,
  coalesce(adjusted_won, 0)::bigint as adjustments, d.state = 'closed' as "isClosed"
from days d left join (
  select day, sum(views) as views, sum(ad_views) as ad_views, sum(video_won) as video_won, sum(ad_won) as ad_won,
    sum(adjusted_won) as adjusted_won
  from settlement_creator_days where day between $1 and $2 and ($3::bigint is null or creator_id = $3) group by day
) s on s.day = d.day
where d.day between $1 and $2`;

async function readDays({ from, to }: DayRange, creatorId: number | null): Promise<Map<Day, DayRow>> {
  const { rows } = await readDb().$client.query<DayRow>(DAYS, [from, to, creatorId]);
  return new Map(rows.map((row) => [row.day, row]));
}

/** The first day there is: nothing is to come for those before it. */
async function readFirst(): Promise<Day | null> {
  const { rows } = await readDb().$client.query<{ day: Day | null }>('select min(day) as day from days');
  return rows[0]?.day ?? null;
}

function itemOf(range: DayRange, days: Map<Day, DayRow>, first: Day | null): SeriesItem {
  const found = daysOf(range).flatMap((day) => days.get(day) ?? []);
  const amounts = found.map((day) => {
    const total = day.video + day.ad;
    return { ...day, total, closed: day.isClosed ? total : 0 };
  });
  const isFinal = (day: Day) => (days.get(day)?.isClosed ?? false) || (first !== null && day < first);
  return { ...range, ...summed(amounts), final: daysOf(range).every(isFinal) };
}

function summed(parts: readonly SeriesAmounts[]): SeriesAmounts {
  const sum = (name: keyof SeriesAmounts) => parts.reduce((total, part) => total + part[name], 0);
  return {
    views: sum('views'),
    adViews: sum('adViews'),
    video: sum('video'),
    ad: sum('ad'),
    total: sum('total'),
    adjustments: sum('adjustments'),
    closed: sum('closed'),
  };
}
