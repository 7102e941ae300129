import { type SQL, sql } from 'drizzle-orm';
import { calendar } from '@/lib/platform/calendar';
import type { Db } from '@/lib/platform/database';
import { communityErrors } from '../errors';
import { findBody } from '../find-body';
import { CommentQuery, Offer, type Post } from '../schema';
import { listComments } from './list-comments';
import { type PostLineRow, postColumns, postLineOf } from './post-columns';

type GetPost = {
  id: number;
  /** Who asks; null for a program. */
  memberId: string | null;
  moderates: boolean;
  now: Date;
  /** From where the body of an admin's post may be kept; a transaction that changes it asks for the body itself. */
  body?: 'kept' | 'stored';
};

/** A post with its first comments; hidden, it is there for its author and for those who hide. Throws community/post-not-found. */
export async function getPost(db: Db, { id, memberId, moderates, now, body = 'stored' }: GetPost): Promise<Post> {
  const { columns, joins } = postColumns(calendar().dayOf(now));
  const { rows } = await db.execute<Row>(sql`
    select ${columns}, ${MORE}, case when ${body} = 'stored' or p.kind = 'member' then b.body end as body,
      ${likedBy(memberId)} as liked
    from posts p join post_bodies b on b.post_id = p.id ${joins} where p.id = ${id} and p.deleted_at is null`);
  const [row] = rows;
  if (!row || (row.hiddenAt !== null && !moderates && row.authorId !== memberId)) throw communityErrors.postNotFound();
  const comments = await listComments(db, { postId: id, query: CommentQuery.parse({}), moderates });
  return {
    ...postLineOf(row),
    body: row.body ?? (await findBody(db, { postId: id, version: row.version })),
    rewardPoints: row.rewardPoints,
    offer: offerOf(row),
    liked: row.liked,
    comments,
  };
}

const MORE = sql`p.reward_points as "rewardPoints", b.version, o.used, o.discount_kind as "discountKind",
  o.discount_value as "discountValue", o.valid_days as "validDays", o.product_ids as "productIds"`;

type Row = PostLineRow & {
  rewardPoints: number;
  version: number;
  used: number | null;
  discountKind: string | null;
  discountValue: number | null;
  validDays: number | null;
  productIds: unknown;
  body: string | null;
  liked: boolean | null;
};

/** Members are named `m:` in the log of events and what follows from it. */
function likedBy(memberId: string | null): SQL {
  if (memberId === null) return sql`null::boolean`;
  return sql`coalesce((select liked from likes where content_id = p.id and viewer = ${`m:${memberId}`}), false)`;
}

function offerOf({ coupons, used, discountKind, discountValue, validDays, productIds }: Row): Post['offer'] {
  if (coupons === null || used === null) return null;
  const discount = { kind: discountKind, value: discountValue };
  return { ...Offer.parse({ coupons, discount, validDays, productIds }), used };
}
