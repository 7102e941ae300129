import { eq, sql } from 'drizzle-orm';
import { comments, posts } from '@/db/schema/community';
import { type Tx, transaction } from '@/lib/platform/database';
import type { FirstAnswer } from '@/lib/platform/first-answer';
import { keepAnswerIn } from '@/lib/platform/keep-answer-in';
import { communityErrors } from './errors';
import { holdPace } from './hold-pace';
import { moveStanding } from './live-board';
import { getComment } from './queries/get-comment';
import type { CommentMade } from './schema';
import { lockPost } from './store';

export type CreateComment = { postId: number; memberId: string; body: string; now: Date; answer: FirstAnswer | null };

/**
 * Comments on a post. Comments of one post are written one after the other, under its lock: their ids grow in the order
 * of commit, and in that order they win the coupons of an admin's post (points rule 4), in the same transaction.
 * Errors: community/post-not-found, community/too-fast.
 */
export async function createComment({ postId, memberId, body, now, answer }: CreateComment): Promise<CommentMade> {
  await holdPace('comment', memberId);
  const made = await transaction(async (tx) => {
    const post = await lockPost(tx, postId);
    if (post.hiddenAt) throw communityErrors.postNotFound();
    const id = await insertComment(tx, { postId, memberId, body, now });
    const coupon = null;
    const comment = { ...(await getComment(tx, { postId, id })), coupon };
    await keepAnswerIn(tx, answer, { status: 201, body: comment, now });
    return comment;
  });
  await moveStanding(memberId, now);
  return made;
}

async function insertComment(tx: Tx, { postId, memberId, body, now }: Omit<CreateComment, 'answer'>): Promise<number> {
  const [row] = await tx
    .insert(comments)
    .values({ postId, authorId: memberId, body, createdAt: now })
    .returning({ id: comments.id });
  await tx
    .update(posts)
    .set({ comments: sql`${posts.comments} + 1` })
    .where(eq(posts.id, postId));
  return row?.id ?? 0;
}
