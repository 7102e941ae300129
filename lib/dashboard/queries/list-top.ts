import { addDays, type DayRange, type Grain, periodOf } from '@/lib/kernel/day';
import { readDb } from '@/lib/platform/database';
import type { Top, TopBy, TopQuery } from '../schema';

const GRAINS: Record<Grain, string> = { day: 'd', week: 'w', month: 'm' };
/** Where each value is kept, by what it is ranked (as its index has it), and how it is shown. */
const VALUES: Record<TopBy, { table: string; ranked: string; shown: string }> = {
  clicks: { table: 'summaries', ranked: 'clicks', shown: 'clicks' },
  likes: { table: 'summaries', ranked: '(likes - unlikes)', shown: '(likes - unlikes)' },
  views: { table: 'summaries', ranked: 'views', shown: 'views' },
  'watch-time': { table: 'watch_times', ranked: 'milliseconds', shown: 'milliseconds / 1000' },
};

const OWN = 'and content_id in (select id from contents where creator_id = $5)';

/** The contents with the highest value of a period, ties by the lower id (settlement rule 7); of one creator, or of all (null). */
export async function listTop({ by, period, date, limit }: TopQuery, creatorId: number | null = null): Promise<Top> {
  const range: DayRange = periodOf(period, date);
  const { table, ranked, shown } = VALUES[by];
  const { rows } = await readDb().$client.query<Top['items'][number]>({
    // One plan suits all; whose few or many contents are asked for is looked at each time.
    ...(creatorId === null && { name: `top-${by}` }),
    text: `select row_number() over (order by t.ranked desc, t.content_id)::int as rank, t.content_id as "contentId",
        coalesce(c.title, '') as title, t.value, coalesce(p.value, 0) as "previousValue"
      from (
        select content_id, ${ranked} as ranked, ${shown} as value from ${table}
        where grain = $1 and start_on = $2 and ${ranked} > 0 ${creatorId === null ? '' : OWN} order by ${ranked} desc, content_id limit $4
      ) as t
      left join contents c on c.id = t.content_id
      left join lateral (
        select ${shown} as value from ${table} s where s.grain = $1 and s.start_on = $3 and s.content_id = t.content_id
      ) as p on true
      order by rank`,
    values: [
      GRAINS[period],
      range.from,
      periodOf(period, addDays(range.from, -1)).from,
      limit,
      ...(creatorId === null ? [] : [creatorId]),
    ],
  });
  return { ...range, items: rows };
}
