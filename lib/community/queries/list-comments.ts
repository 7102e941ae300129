import { sql } from 'drizzle-orm';
import { idInCursor } from '@/lib/kernel/id-in-cursor';
import { type Page, pageOf } from '@/lib/kernel/page';
import type { Db } from '@/lib/platform/database';
import type { Comment, CommentQuery } from '../schema';
import { type CommentRow, commentColumns, commentOf } from './comment-columns';

type ListComments = { postId: number; query: CommentQuery; moderates: boolean };

/** A post's comments, oldest first, along its primary key; hidden ones for those who hide. Asked of the database each time. */
export async function listComments(db: Db, { postId, query, moderates }: ListComments): Promise<Page<Comment>> {
  const after = query.cursor === undefined ? 0 : idInCursor(query.cursor);
  const hidden = moderates ? sql`` : sql`and hidden_at is null`;
  const { rows } = await db.execute<CommentRow>(sql`
    select ${commentColumns} from (
      select * from comments where post_id = ${postId} and id > ${after} and deleted_at is null ${hidden}
      order by id limit ${query.limit + 1}
    ) as c left join users u on u.member_id = c.author_id order by c.id`);
  return pageOf(rows.map(commentOf), query.limit, (row) => [row.id]);
}
