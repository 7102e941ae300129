import { and, eq } from 'drizzle-orm';
import { comments } from '@/db/schema/community';
import { transaction } from '@/lib/platform/database';
import { communityErrors } from './errors';
import { getComment } from './queries/get-comment';
import { refuseOthers } from './refuse-others';
import type { Comment } from './schema';
import { lockComment } from './store';

type UpdateComment = { id: number; body: string; authorId: string; now: Date };

/** Changes one's own comment. Errors: community/comment-not-found, community/not-the-author. */
export async function updateComment({ id, body, authorId, now }: UpdateComment): Promise<Comment> {
  return transaction(async (tx) => {
    const { comment } = await lockComment(tx, id);
    refuseOthers(comment, authorId, communityErrors.commentNotFound);
    const place = and(eq(comments.postId, comment.postId), eq(comments.id, id));
    await tx.update(comments).set({ body, editedAt: now }).where(place);
    return getComment(tx, { postId: comment.postId, id });
  });
}
