import { sql } from 'drizzle-orm';
import { Comment } from '../schema';

/** What is shown of comments `c` with their author `u`. */
export const commentColumns = sql`c.id, c.post_id as "postId", c.author_id as "authorId", u.name as "authorName", c.body,
  c.created_at as "createdAt", c.edited_at as "editedAt", c.hidden_at as "hiddenAt", c.hidden_reason as "hiddenReason"`;

export type CommentRow = { [K in keyof Comment]: Comment[K] };

const instantOf = (at: string | null) => (at === null ? null : new Date(at).toISOString());

export function commentOf(row: CommentRow): Comment {
  const { createdAt, editedAt, hiddenAt } = row;
  return Comment.parse({
    ...row,
    createdAt: instantOf(createdAt),
    editedAt: instantOf(editedAt),
    hiddenAt: instantOf(hiddenAt),
  });
}
