import { and, eq, sql } from 'drizzle-orm';
import { comments, posts } from '@/db/schema/community';
import type { By } from '@/lib/accounts/actor';
import { appendAudit } from '@/lib/accounts/audit';
import { transaction } from '@/lib/platform/database';
import { moveStanding } from './live-board';
import { lockComment } from './store';

export type DecideComment = By & { id: number };

/** Hides a comment for a reason, or shows it again with null, and counts it out or in; decided so already, nothing changes. */
export async function decideComment(
  { id, actor, requestId, now }: DecideComment,
  hiddenReason: string | null,
): Promise<void> {
  const decided = await transaction(async (tx) => {
    const { comment } = await lockComment(tx, id);
    if ((comment.hiddenAt === null) === (hiddenReason === null)) return comment;
    const place = and(eq(comments.postId, comment.postId), eq(comments.id, id));
    await tx
      .update(comments)
      .set({ hiddenAt: hiddenReason === null ? null : now, hiddenReason })
      .where(place);
    const step = hiddenReason === null ? 1 : -1;
    await tx
      .update(posts)
      .set({ comments: sql`${posts.comments} + ${step}` })
      .where(eq(posts.id, comment.postId));
    const action = hiddenReason === null ? 'comment.shown' : 'comment.hidden';
    const pictures = { before: { hiddenReason: comment.hiddenReason }, after: { hiddenReason } };
    await appendAudit(tx, { actor, action, subject: { kind: 'comment', id }, ...pictures, requestId });
    return comment;
  });
  await moveStanding(decided.authorId, decided.createdAt);
}
