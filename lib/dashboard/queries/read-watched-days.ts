import { ABUSE_COLUMNS } from '@/lib/events/codes';
import type { Day } from '@/lib/kernel/day';
import { readDb } from '@/lib/platform/database';

/** Of one content, of a creator's videos, or of everything. */
export type WatchedOf = { contentId: number } | { creatorId: number } | 'all';

export type WatchedDay = {
  day: Day;
  views: number;
  adViews: number;
  milliseconds: number;
  refused: Record<string, number>;
};

type CountedRow = { day: Day; views: number; adViews: number } & Record<string, number | Day>;
type TimeRow = { day: Day; milliseconds: number };

/** What was watched on these days; a day on which nothing was is absent. */
export async function readWatchedDays(of: WatchedOf, days: readonly Day[]): Promise<Map<Day, WatchedDay>> {
  const [counted, times] = await Promise.all([read<CountedRow>(COUNTED, of, days), read<TimeRow>(TIMES, of, days)]);
  const watched = new Map<Day, WatchedDay>();
  for (const row of counted) {
    const refused = ABUSE_COLUMNS.map(([column, reason]) => [reason, Number(row[column])] as const);
    const { day, views, adViews } = row;
    watched.set(day, { day, views, adViews, milliseconds: 0, refused: Object.fromEntries(refused) });
  }
  for (const { day, milliseconds } of times) {
    const known = watched.get(day) ?? { day, views: 0, adViews: 0, refused: {} };
    watched.set(day, { ...known, milliseconds });
  }
  return watched;
}

type Question = Record<'content' | 'creator' | 'all', string>;

async function read<T extends object>(question: Question, of: WatchedOf, days: readonly Day[]): Promise<T[]> {
  const kind = of === 'all' ? 'all' : 'contentId' in of ? 'content' : 'creator';
  const who = of === 'all' ? [] : ['contentId' in of ? of.contentId : of.creatorId];
  return (await readDb().$client.query<T>(question[kind], [days, ...who])).rows;
}

const REFUSED = ABUSE_COLUMNS.map(([column]) => column);
const COUNTERS = ['views', 'ad_views as "adViews"', ...REFUSED].join(', ');
const SUMS = ['views', 'ad_views']
  .concat(REFUSED)
  .map((column) => `sum(${column})::bigint as "${column === 'ad_views' ? 'adViews' : column}"`)
  .join(', ');

// Each day of a content is one look-up by primary key; a range would read every content of every day.
const COUNTED: Question = {
  content: `select start_on as day, ${COUNTERS} from summaries where grain = 'd' and start_on = any($1::date[]) and content_id = $2`,
  creator: `select start_on as day, ${SUMS} from contents c join summaries s on s.content_id = c.id
    where c.creator_id = $2 and c.kind = 'video' and s.grain = 'd' and s.start_on = any($1::date[]) group by 1`,
  all: `select day, ${COUNTERS} from day_totals where day = any($1::date[])`,
};

// The total of a day is what was folded, and what its contents were given since.
const TIMES: Question = {
  content: `select start_on as day, milliseconds from watch_times where grain = 'd' and start_on = any($1::date[]) and content_id = $2`,
  creator: `select start_on as day, sum(milliseconds)::bigint as milliseconds from contents c join watch_times t on t.content_id = c.id
    where c.creator_id = $2 and c.kind = 'video' and t.grain = 'd' and t.start_on = any($1::date[]) group by 1`,
  all: `select day, sum(ms)::bigint as milliseconds from (
      select day, milliseconds as ms from watch_day_totals where day = any($1::date[])
      union all
      select start_on, unfolded_milliseconds from watch_times
      where grain = 'd' and unfolded_milliseconds > 0 and start_on = any($1::date[])
    ) as parts group by 1`,
};
