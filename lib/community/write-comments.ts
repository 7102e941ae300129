import { type SQL, sql } from 'drizzle-orm';
import { type Tx, transaction } from '@/lib/platform/database';
import { keepAnswerIn } from '@/lib/platform/keep-answer-in';
import type { CreateComment } from './create-comment';
import { giveCoupons } from './give-coupons';
import type { Comment, CommentMade } from './schema';
import { lockSeenPosts } from './store';

/**
 * Writes these comments in one transaction, with the coupons that they win; null for one on a post that is not there.
 * Each post is locked before its comments get their ids, so that these grow in the order of commit.
 */
export function writeComments(wishes: CreateComment[]): Promise<(CommentMade | null)[]> {
  return transaction(async (tx) => {
    const posts = await lockSeenPosts(tx, [...new Set(wishes.map((wish) => wish.postId))]);
    const open = wishes.filter((wish) => posts.has(wish.postId));
    const comments = await insertComments(tx, open);
    const made = new Map<CreateComment, CommentMade>();
    for (const post of posts.values()) {
      const own = open.filter((wish) => wish.postId === post.id);
      const coupons = await giveCoupons(tx, post, own);
      for (const wish of own) {
        const comment = comments.get(wish);
        if (comment) made.set(wish, { ...comment, coupon: coupons.get(wish) ?? null });
      }
    }
    for (const [{ answer, now }, body] of made) await keepAnswerIn(tx, answer, { status: 201, body, now });
    return wishes.map((wish) => made.get(wish) ?? null);
  });
}

/** In the order in which they came; their ids are given in that order too. */
async function insertComments(tx: Tx, open: CreateComment[]): Promise<Map<CreateComment, Comment>> {
  if (open.length === 0) return new Map();
  const { rows } = await tx.execute<{ id: number; memberId: string; name: string | null }>(sql`
    with wanted as materialized (
      select * from unnest(${list(open, (wish) => wish.postId)}::bigint[], ${list(open, (wish) => wish.memberId)}::text[],
        ${list(open, (wish) => wish.body)}::text[], ${list(open, (wish) => wish.now.toISOString())}::timestamptz[])
        with ordinality as w (post_id, author_id, body, created_at, nth)
    ), inserted as (
      insert into comments (post_id, author_id, body, created_at)
      select post_id, author_id, body, created_at from wanted order by nth returning id, post_id, author_id
    ), counted as (
      update posts p set comments = p.comments + n.n
      from (select post_id, count(*)::int as n from inserted group by 1) as n where p.id = n.post_id
    )
    select i.id, u.name from inserted i left join users u on u.member_id = i.author_id order by i.id`);
  return new Map(open.map((wish, i) => [wish, commentOf(wish, rows[i])]));
}

/** As one parameter, an array of the database. */
const list = (open: CreateComment[], part: (wish: CreateComment) => string | number): SQL =>
  sql`${sql.param(open.map(part))}`;

function commentOf({ postId, memberId, body, now }: CreateComment, row?: { id: number; name: string | null }): Comment {
  const author = { authorId: memberId, authorName: row?.name ?? null };
  const never = { editedAt: null, hiddenAt: null, hiddenReason: null };
  return { id: row?.id ?? 0, postId, ...author, body, createdAt: now.toISOString(), ...never };
}
