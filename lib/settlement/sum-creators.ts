import type pg from 'pg';
import type { Day } from '@/lib/kernel/day';

/**
 * Makes the sums of each creator and day what the lines of the day are, in the transaction that wrote the lines; creator
 * 0 is nobody. What is right already is not written again.
 */
export async function sumCreators(client: pg.ClientBase, day: Day): Promise<void> {
  await client.query(REPLACE, [day]);
}

const SUMS = 'videos, views, ad_views, video_won, ad_won, adjusted_won';

/** Of a group of lines, as SQL expressions in the order of the columns; videos are those with views of the day itself. */
const SUMMED = `count(*) filter (where for_day = day), sum(views_after - views_before), sum(ad_views_after - ad_views_before),
  sum(video_won), sum(ad_won), coalesce(sum(video_won + ad_won) filter (where for_day < day), 0)`;

const REPLACE = `with summed (creator_id, ${SUMS}) as materialized (
  select coalesce(creator_id, 0), ${SUMMED} from settlement_lines where day = $1 group by 1
), gone as (
  delete from settlement_creator_days c where c.day = $1
    and not exists (select from summed s where s.creator_id = c.creator_id)
)
insert into settlement_creator_days as c (day, creator_id, ${SUMS})
select $1, creator_id, ${SUMS} from summed order by creator_id
on conflict (creator_id, day) do update set (${SUMS}) = row(${each('excluded')})
where (${each('c')}) is distinct from (${each('excluded')})`;

function each(table: string): string {
  return SUMS.split(', ')
    .map((column) => `${table}.${column}`)
    .join(', ');
}
