import type pg from 'pg';
import { reasonOf, TYPE_CODES } from '@/lib/events/codes';
import type { Day } from '@/lib/kernel/day';
import type { DayComparison } from './comparison-schema';

export type Sums = DayComparison['before'];

const VIDEOS = 10;
const { click, view, 'ad-view': adView } = TYPE_CODES;
const ENDS = 'views_before, views_after, ad_views_before, ad_views_after';
const PAID = `${ENDS}, creator_id, tariff_version, video_won, ad_won`;

type Statement = { text: string; of: (day: Day) => unknown[] };

/** Keeps what stands before the work in tables that go with the transaction. */
export const REMEMBER: readonly Statement[] = [
  {
    text: `create temp table verdicts_before (content_id bigint, id uuid, reason smallint) on commit drop`,
    of: () => [],
  },
  {
    text: `insert into verdicts_before select content_id, id, reason from events where day = $1 and type in (${click}, ${view}, ${adView})`,
    of: (day) => [day],
  },
  { text: `create temp table lines_before (like settlement_lines) on commit drop`, of: () => [] },
  { text: `insert into lines_before select * from settlement_lines where day = $1`, of: (day) => [day] },
  { text: `analyze verdicts_before, lines_before`, of: () => [] },
];

/** What the lines of a day say as the transaction sees them; views are the day's own, amounts with its adjustments. */
export const DAY_FIGURES = `select coalesce(sum(views_after - views_before) filter (where for_day = day), 0)::bigint as views,
  coalesce(sum(ad_views_after - ad_views_before) filter (where for_day = day), 0)::bigint as "adViews",
  coalesce(sum(video_won), 0)::bigint as "videoAmount", coalesce(sum(ad_won), 0)::bigint as "adAmount",
  coalesce(sum(video_won + ad_won), 0)::bigint as total, count(*) filter (where for_day < day) as adjustments
from settlement_lines where day = $1`;

const VERDICTS = `select b.reason as "from", e.reason as "to", count(*) as events
from verdicts_before b join events e on e.day = $1 and e.content_id = b.content_id and e.id = b.id
where e.reason <> b.reason group by 1, 2 order by 3 desc, 1, 2`;

const BOTH = `from (select * from lines_before) b
full join (select * from settlement_lines where day = $1) a on a.content_id = b.content_id and a.for_day = b.for_day`;

const LINES = `select count(*) filter (where b.day is null) as added, count(*) filter (where a.day is null) as removed,
  count(*) filter (where (${columns('a')}) is distinct from (${columns('b')}) and a.day is not null and b.day is not null) as changed
${BOTH}`;

const side = (s: string) => `jsonb_build_object(
  'views', coalesce(sum(${s}.views_after - ${s}.views_before), 0), 'adViews', coalesce(sum(${s}.ad_views_after - ${s}.ad_views_before), 0),
  'videoAmount', coalesce(sum(${s}.video_won), 0), 'adAmount', coalesce(sum(${s}.ad_won), 0),
  'total', coalesce(sum(${s}.video_won + ${s}.ad_won), 0))`;

const MOST_CHANGED = `select v.content_id as "contentId", coalesce(c.title, '') as title, before, after from (
  select coalesce(a.content_id, b.content_id) as content_id, ${side('b')} as before, ${side('a')} as after ${BOTH}
  where (${columns('a')}) is distinct from (${columns('b')}) group by 1
) v left join contents c on c.id = v.content_id
order by abs((after -> 'total')::bigint - (before -> 'total')::bigint) desc,
  abs((after -> 'views')::bigint - (before -> 'views')::bigint) desc, content_id limit ${VIDEOS}`;

type Differences = Pick<DayComparison, 'verdicts' | 'lines' | 'videos'>;

/** What differs from what was kept before. */
export async function differencesOf(client: pg.ClientBase, day: Day): Promise<Differences> {
  const { rows: verdicts } = await client.query<{ from: number; to: number; events: number }>(VERDICTS, [day]);
  const { rows: lines } = await client.query<DayComparison['lines']>(LINES, [day]);
  const { rows: videos } = await client.query<DayComparison['videos'][number]>(MOST_CHANGED, [day]);
  if (!lines[0]) throw new Error(`the lines of ${day} gave no row`);
  const named = verdicts.map(({ from, to, events }) => ({ from: reasonOf(from), to: reasonOf(to), events }));
  return { verdicts: named, lines: lines[0], videos };
}

function columns(table: string): string {
  return PAID.split(', ')
    .map((column) => `${table}.${column}`)
    .join(', ');
}
