import { and, eq, sql } from 'drizzle-orm';
import { comments, posts } from '@/db/schema/community';
import { transaction } from '@/lib/platform/database';
import { communityErrors } from './errors';
import { moveStanding } from './live-board';
import { refuseOthers } from './refuse-others';
import { lockComment } from './store';

type DeleteComment = { id: number; authorId: string; now: Date };

/**
 * Takes one's own comment back; a coupon that it won stays won. Errors: community/comment-not-found,
 * community/not-the-author.
 */
export async function deleteComment({ id, authorId, now }: DeleteComment): Promise<void> {
  const deleted = await transaction(async (tx) => {
    const { comment } = await lockComment(tx, id);
    refuseOthers(comment, authorId, communityErrors.commentNotFound);
    const place = and(eq(comments.postId, comment.postId), eq(comments.id, id));
    await tx.update(comments).set({ deletedAt: now }).where(place);
    if (!comment.hiddenAt)
      await tx
        .update(posts)
        .set({ comments: sql`${posts.comments} - 1` })
        .where(eq(posts.id, comment.postId));
    return comment;
  });
  await moveStanding(deleted.authorId, deleted.createdAt);
}
