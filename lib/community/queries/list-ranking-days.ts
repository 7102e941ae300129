import { sql } from 'drizzle-orm';
import { badCursor } from '@/lib/kernel/bad-cursor';
import { type Day, parseDay } from '@/lib/kernel/day';
import { decodeCursor, type Page, pageOf } from '@/lib/kernel/page';
import { db } from '@/lib/platform/database';
import type { RankingDay, RankingDayQuery } from '../schema';

/** Days whose board was frozen, newest first, each with who was first. */
export async function listRankingDays({ limit, cursor }: RankingDayQuery): Promise<Page<RankingDay>> {
  const before = cursor === undefined ? sql`` : sql`where day < ${dayIn(cursor)}`;
  const { rows } = await db().execute<RankingDay>(sql`
    select d.day, d.members, coalesce(u.name, r.member_id) as first
    from (select * from ranking_days ${before} order by day desc limit ${limit + 1}) as d
    left join rankings r on r.day = d.day and r.rank = 1 left join users u on u.member_id = r.member_id
    order by d.day desc`);
  return pageOf(rows, limit, (row) => [row.day]);
}

function dayIn(cursor: string): Day {
  const key = decodeCursor(cursor, 1)?.[0];
  const day = typeof key === 'string' ? parseDay(key) : null;
  if (day === null) throw badCursor();
  return day;
}
