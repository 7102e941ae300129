import { and, eq, inArray, isNull } from 'drizzle-orm';
import { comments, posts } from '@/db/schema/community';
import type { Tx } from '@/lib/platform/database';
import { communityErrors } from './errors';

export type PostRow = typeof posts.$inferSelect;
export type CommentRow = typeof comments.$inferSelect;

/** The post, so that nobody else changes it or comments on it meanwhile. Throws community/post-not-found. */
export async function lockPost(tx: Tx, id: number): Promise<PostRow> {
  const [row] = await tx
    .select()
    .from(posts)
    .where(and(eq(posts.id, id), isNull(posts.deletedAt)))
    .for('update');
  if (!row) throw communityErrors.postNotFound();
  return row;
}

/** Those of these posts that everybody can see, locked in the order of their ids; by id. */
export async function lockSeenPosts(tx: Tx, ids: number[]): Promise<Map<number, PostRow>> {
  const rows = await tx
    .select()
    .from(posts)
    .where(and(inArray(posts.id, ids), isNull(posts.deletedAt), isNull(posts.hiddenAt)))
    .orderBy(posts.id)
    .for('update');
  return new Map(rows.map((row) => [row.id, row]));
}

/** A comment under the lock of its post, which is always taken first. Throws community/comment-not-found. */
export async function lockComment(tx: Tx, id: number): Promise<{ post: PostRow; comment: CommentRow }> {
  const [found] = await tx.select({ postId: comments.postId }).from(comments).where(eq(comments.id, id));
  if (!found) throw communityErrors.commentNotFound();
  const post = await lockPost(tx, found.postId).catch(() => null);
  const [comment] = await tx
    .select()
    .from(comments)
    .where(and(eq(comments.postId, found.postId), eq(comments.id, id), isNull(comments.deletedAt)));
  if (!post || !comment) throw communityErrors.commentNotFound();
  return { post, comment };
}

/** What the audit log keeps of a post: what people decide. */
export function auditOf({ kind, title, authorId, hiddenAt, hiddenReason, deletedAt }: PostRow) {
  return {
    kind,
    title,
    authorId,
    hiddenAt: hiddenAt?.toISOString() ?? null,
    hiddenReason,
    deletedAt: deletedAt?.toISOString() ?? null,
  };
}
