import { eq, sql } from 'drizzle-orm';
import { posts } from '@/db/schema/community';
import { tellMember } from '@/lib/notices/tell-member';
import { calendar } from '@/lib/platform/calendar';
import type { Tx } from '@/lib/platform/database';
import { transfer } from '@/lib/points/transfer';
import { POST_REWARD_POINTS, REWARDED_POSTS_A_DAY } from './rules';

type RewardPost = { postId: number; memberId: string; now: Date };

/**
 * Pays for a post when it is one of its member's first three of the business day (points rule 3), in the transaction that
 * writes it. The row of the quota is what posts of one member wait for, so that ten at once are paid three times. Returns
 * the points; 0 when the quota is used up.
 */
export async function rewardPost(tx: Tx, { postId, memberId, now }: RewardPost): Promise<number> {
  const { rows } = await tx.execute(sql`
    insert into post_quotas as q (member_id, day, rewarded) values (${memberId}, ${calendar().dayOf(now)}, 1)
    on conflict (member_id, day) do update set rewarded = q.rewarded + 1 where q.rewarded < ${REWARDED_POSTS_A_DAY}
    returning rewarded`);
  if (rows.length === 0) return 0;
  const amount = POST_REWARD_POINTS;
  await transfer(tx, { memberId, reference: `post:${postId}`, kind: 'post-reward', amount, account: 'posts', now });
  const data = { points: amount, paidFor: 'post-reward' };
  await tellMember(tx, { memberId, reference: `post:${postId}`, kind: 'points-paid', data, now });
  await tx.update(posts).set({ rewardPoints: amount }).where(eq(posts.id, postId));
  return amount;
}
