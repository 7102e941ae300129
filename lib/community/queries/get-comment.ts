import { sql } from 'drizzle-orm';
import type { Db } from '@/lib/platform/database';
import { communityErrors } from '../errors';
import type { Comment } from '../schema';
import { type CommentRow, commentColumns, commentOf } from './comment-columns';

/** Throws community/comment-not-found. */
export async function getComment(db: Db, { postId, id }: { postId: number; id: number }): Promise<Comment> {
  const { rows } = await db.execute<CommentRow>(sql`
    select ${commentColumns} from comments c left join users u on u.member_id = c.author_id
    where c.post_id = ${postId} and c.id = ${id} and c.deleted_at is null`);
  const [row] = rows;
  if (!row) throw communityErrors.commentNotFound();
  return commentOf(row);
}
