import { sql } from 'drizzle-orm';
import { rankings } from '@/db/schema/community';
import type { Day } from '@/lib/kernel/day';
import { tellMember } from '@/lib/notices/tell-member';
import { batchDb } from '@/lib/platform/database';
import { transfer } from '@/lib/points/transfer';
import { findStandings, standingsOf } from './queries/find-standings';
import { BOARD_LENGTH, rewardOf } from './rules';

/**
 * Writes down the board of a day that is over, and pays its first three, in one transaction (points rule 5). The row of
 * the day is what a second one waits for and then finds: a day is frozen and paid once. False when it was before.
 */
export async function freezeRanking(day: Day, now: Date): Promise<boolean> {
  return batchDb().transaction(async (tx) => {
    const { rowCount } = await tx.execute(sql`insert into ranking_days (day, members, frozen_at)
      select ${day}, count(*), ${now.toISOString()}::timestamptz from (${standingsOf(day)}) as s on conflict do nothing`);
    if (rowCount !== 1) return false;
    const standings = await findStandings(tx, { day, limit: BOARD_LENGTH });
    const board = standings.map((standing, i) => ({ day, rank: i + 1, rewardPoints: rewardOf(i + 1), ...standing }));
    if (board.length > 0) await tx.insert(rankings).values(board);
    // In the order of their ids, as whoever moves the points of several.
    const paid = board
      .filter(({ rewardPoints }) => rewardPoints > 0)
      .sort((a, b) => (a.memberId < b.memberId ? -1 : 1));
    for (const { memberId, rank, rewardPoints } of paid) {
      const reward = { memberId, reference: `ranking:${day}`, kind: 'ranking-reward', now } as const;
      await transfer(tx, { ...reward, amount: rewardPoints, account: 'ranking' });
      await tellMember(tx, { ...reward, data: { points: rewardPoints, rank, day } });
    }
    return true;
  });
}
