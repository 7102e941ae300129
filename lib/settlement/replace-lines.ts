import type pg from 'pg';
import { boundsOf, type ContentRange } from '@/lib/events/content-range';
import type { Day } from '@/lib/kernel/day';
import { LINES_TOTALS, type LinesTotals } from './lines-totals-schema';
import { readTariffs } from './read-tariffs';
import { worthInSql } from './worth-in-sql';

export type SummedLines = { checksum: string; totals: LinesTotals };
export type ReplacedLines = SummedLines & { changed: number };

/**
 * Makes the lines of an open day, in a range of contents, what its counts are worth (settlement rule 3), in one
 * statement: its own counts first, then what each of the owed closed days was not paid. What is right already is not
 * written again. The caller holds the order of days.
 */
export async function replaceLines(
  client: pg.ClientBase,
  day: Day,
  owed: Day[],
  range: ContentRange,
): Promise<ReplacedLines> {
  const tariffs = await readTariffs(client);
  const statement = replacing(
    worthInSql(tariffs, 'video', 'views_before', 'views_after'),
    worthInSql(tariffs, 'ad', 'ad_views_before', 'ad_views_after'),
  );
  const { rows } = await client.query<{ changed: number }>(statement, [day, ...boundsOf(range), owed]);
  if (!rows[0]) throw new Error(`the lines of ${day} gave no row`);
  return { ...rows[0], ...(await sumLines(client, day, range)) };
}

/** Checksum and sums of the lines of a day in a range of contents; both add up over ranges. */
export async function sumLines(client: pg.ClientBase, day: Day, range: ContentRange): Promise<SummedLines> {
  const { rows } = await client.query<SummedLines>(SUMS, [day, ...boundsOf(range)]);
  if (!rows[0]) throw new Error(`the lines of ${day} gave no sums`);
  return rows[0];
}

const VALUES =
  'creator_id, views_before, views_after, ad_views_before, ad_views_after, video_tenths, ad_tenths, video_won, ad_won, tariff_version';
const LINE = `day, content_id, for_day, ${VALUES}`;

/** The checksum of the lines of a day, as an expression over all of them (I7, I9). */
export const LINES_CHECKSUM = `coalesce(sum(hash_record_extended(row(${LINE}), 0)), 0)::text`;

const RANGE = 'content_id >= $2::bigint and content_id < $3::bigint';

const SUMS = `select ${LINES_CHECKSUM} as checksum, ${LINES_TOTALS} as totals from settlement_lines where day = $1 and ${RANGE}`;

// What is due: the day's own counts, and of closed days what was counted less what was paid.
const DUE = `own as (
  select content_id, $1::date as for_day, views::bigint as views, ad_views::bigint as ad_views from summaries
  where grain = 'd' and start_on = $1::date and ${RANGE} and (views > 0 or ad_views > 0)
), adjusted as (
  select content_id, for_day, sum(views)::bigint as views, sum(ad_views)::bigint as ad_views from (
    select content_id, start_on as for_day, views, ad_views from summaries where grain = 'd' and start_on = any($4::date[]) and ${RANGE}
    union all
    select content_id, for_day, views_before - views_after, ad_views_before - ad_views_after from settlement_lines
    where day = any($4::date[]) and for_day = day and ${RANGE}
    union all
    select content_id, for_day, views_before - views_after, ad_views_before - ad_views_after from settlement_lines
    where for_day = any($4::date[]) and for_day < day and day < $1::date and ${RANGE}
  ) counted group by content_id, for_day having sum(views) <> 0 or sum(ad_views) <> 0
), due as (
  select * from own union all select * from adjusted
)`;

// Ordinals go on from the last line before: of a day its own line comes first, adjustments follow by the day they are for.
const NUMBERED = `numbered as (
  select d.content_id, d.for_day, t.version, o.creator_id,
    coalesce(b.views_after, c.opening_views) + sum(d.views) over so_far - d.views as views_before,
    coalesce(b.views_after, c.opening_views) + sum(d.views) over so_far as views_after,
    coalesce(b.ad_views_after, c.opening_ad_views) + sum(d.ad_views) over so_far - d.ad_views as ad_views_before,
    coalesce(b.ad_views_after, c.opening_ad_views) + sum(d.ad_views) over so_far as ad_views_after
  from due d
  join contents c on c.id = d.content_id and c.kind = 'video'
  join in_force t on t.for_day = d.for_day
  left join lateral (
    select l.views_after, l.ad_views_after from settlement_lines l where l.content_id = d.content_id and l.day < $1::date
    order by l.day desc, l.for_day = l.day, l.for_day desc limit 1
  ) b on true
  left join lateral (
    select w.creator_id from content_owners w where w.content_id = d.content_id and w.from_on <= d.for_day
    order by w.from_on desc limit 1
  ) o on true
  window so_far as (partition by d.content_id order by d.for_day < $1::date, d.for_day rows unbounded preceding)
)`;

// A line that is not there is inserted plainly, which takes half the time of looking for a conflict first; nobody else
// writes lines while the order of days is held.
const replacing = (video: string, ad: string) => `with in_force as materialized (
  select for_day, (select version from tariffs where effective_on <= for_day order by effective_on desc limit 1) as version
  from unnest($4::date[] || $1::date) as for_day
), ${DUE}, ${NUMBERED}, priced as (
  select *, (${video})::bigint as video_tenths, (${ad})::bigint as ad_tenths from numbered
), wanted as materialized (
  select content_id, for_day, creator_id, views_before::bigint, views_after::bigint, ad_views_before::bigint,
    ad_views_after::bigint, video_tenths, ad_tenths, video_tenths / 10 as video_won, ad_tenths / 10 as ad_won,
    version as tariff_version, coalesce((select true from settlement_lines l
      where l.day = $1::date and l.content_id = p.content_id and l.for_day = p.for_day), false) as is_known
  from priced p
), gone as (
  delete from settlement_lines where day = $1::date and ${RANGE}
    and (content_id, for_day) not in (select content_id, for_day from wanted) returning 1
), added as (
  insert into settlement_lines (${LINE})
  select $1::date, content_id, for_day, ${VALUES} from wanted where not is_known order by content_id, for_day returning 1
), mended as (
  insert into settlement_lines as l (${LINE})
  select $1::date, content_id, for_day, ${VALUES} from wanted where is_known order by content_id, for_day
  on conflict (day, content_id, for_day) do update set (${VALUES}) = row(${each('excluded')})
  where (${each('l')}) is distinct from (${each('excluded')}) returning 1
)
select (select count(*) from gone) + (select count(*) from added) + (select count(*) from mended) as changed`;

const each = (table: string) =>
  VALUES.split(', ')
    .map((column) => `${table}.${column}`)
    .join(', ');
