import { sql } from 'drizzle-orm';
import { type Day, parseDay } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { db } from '@/lib/platform/database';
import { communityErrors } from '../errors';
import { liveBoard } from '../live-board';
import { rewardOf } from '../rules';
import type { Ranked, Ranking, RankingQuery } from '../schema';

/** The board of a business day, today unless said otherwise: as it stands, or as it was frozen. Error: community/day-in-the-future. */
export async function getRanking({ day: asked, limit }: RankingQuery, now: Date): Promise<Ranking> {
  const today = calendar().dayOf(now);
  const day = (asked === undefined ? null : parseDay(asked)) ?? today;
  if (day > today) throw communityErrors.dayInTheFuture();
  const frozenAt = day === today ? null : await frozenAtOf(day);
  return { day, frozenAt, items: frozenAt === null ? await live(day, limit) : await frozen(day, limit) };
}

async function frozenAtOf(day: Day): Promise<string | null> {
  const { rows } = await db().$client.query<{ frozenAt: Date }>(
    'select frozen_at as "frozenAt" from ranking_days where day = $1',
    [day],
  );
  return rows[0]?.frozenAt.toISOString() ?? null;
}

async function frozen(day: Day, limit: number): Promise<Ranked[]> {
  const { rows } = await db().execute<Ranked>(sql`
    select r.rank, r.member_id as "memberId", u.name, r.posts, r.reached_at as "reachedAt", r.reward_points as "rewardPoints"
    from rankings r left join users u on u.member_id = r.member_id
    where r.day = ${day} and r.rank <= ${limit} order by r.rank`);
  return rows.map((row) => ({ ...row, reachedAt: new Date(row.reachedAt).toISOString() }));
}

async function live(day: Day, limit: number): Promise<Ranked[]> {
  const standings = await liveBoard(day, limit);
  const names = await namesOf(standings.map(({ memberId }) => memberId));
  return standings.map(({ memberId, posts, reachedAt }, i) => ({
    rank: i + 1,
    memberId,
    name: names.get(memberId) ?? null,
    posts,
    reachedAt: reachedAt.toISOString(),
    rewardPoints: rewardOf(i + 1),
  }));
}

async function namesOf(memberIds: string[]): Promise<Map<string, string | null>> {
  if (memberIds.length === 0) return new Map();
  const { rows } = await db().execute<{ id: string; name: string | null }>(
    sql`select member_id as id, name from users where member_id = any(${sql.param(memberIds)}::text[])`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
