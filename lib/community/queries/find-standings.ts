import { type SQL, sql } from 'drizzle-orm';
import type { Day } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import type { Db } from '@/lib/platform/database';
import type { Standing } from '../rules';

type Asked = { day: Day; memberId?: string; limit?: number };

/** How members stand on a business day, best first (points rule 5), from what was written; or how one of them does. */
export async function findStandings(db: Db, { day, memberId, limit }: Asked): Promise<Standing[]> {
  const most = limit === undefined ? sql`` : sql`limit ${limit}`;
  const { rows } = await db.execute<{ memberId: string; posts: number; reachedAt: string }>(
    sql`select * from (${standingsOf(day, memberId)}) as s order by posts desc, "reachedAt", "memberId" collate "C" ${most}`,
  );
  return rows.map((row) => ({ ...row, reachedAt: new Date(row.reachedAt) }));
}

/** One post counts once, from its first comment that can still be seen; one's own posts do not, nor those out of sight. */
export function standingsOf(day: Day, memberId?: string): SQL {
  const own = memberId === undefined ? sql`` : sql`and c.author_id = ${memberId}`;
  const [from, until] = [calendar().startOf(day).toISOString(), calendar().endOf(day).toISOString()];
  return sql`select "memberId", count(*)::int as posts, max(first_at) as "reachedAt" from (
      select c.author_id as "memberId", min(c.created_at) as first_at from comments c join posts p on p.id = c.post_id
      where c.created_at >= ${from}::timestamptz and c.created_at < ${until}::timestamptz ${own}
        and c.deleted_at is null and c.hidden_at is null and p.deleted_at is null and p.hidden_at is null
        and p.author_id <> c.author_id
      group by c.author_id, c.post_id
    ) as counted group by 1`;
}
