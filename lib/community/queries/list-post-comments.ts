import { sql } from 'drizzle-orm';
import type { Page } from '@/lib/kernel/page';
import { db } from '@/lib/platform/database';
import { communityErrors } from '../errors';
import type { Comment, CommentQuery } from '../schema';
import { listComments } from './list-comments';

type Asked = { postId: number; query: CommentQuery; memberId: string | null; moderates: boolean };

/** Comments of a post that can be seen. Throws community/post-not-found. */
export async function listPostComments({ postId, query, memberId, moderates }: Asked): Promise<Page<Comment>> {
  const { rows } = await db().execute(sql`
    select from posts where id = ${postId} and deleted_at is null
      and (hidden_at is null or ${moderates} or author_id = ${memberId})`);
  if (rows.length === 0) throw communityErrors.postNotFound();
  return listComments(db(), { postId, query, moderates });
}
