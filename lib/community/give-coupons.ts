import { eq, sql } from 'drizzle-orm';
import { postOffers } from '@/db/schema/community';
import { issueCoupon } from '@/lib/coupons/issue-coupon';
import type { Tx } from '@/lib/platform/database';
import type { CreateComment } from './create-comment';
import { type CommentMade, Offer } from './schema';
import type { PostRow } from './store';

type Given = Map<CreateComment, CommentMade['coupon']>;

/**
 * Gives the coupons of an admin's post to those who comment, while there are any: not to its author, and one a member
 * (points rule 4). The caller holds the row of the post, so that nobody else takes any meanwhile; the limit is a CHECK
 * as well.
 */
export async function giveCoupons(tx: Tx, post: PostRow, comments: CreateComment[]): Promise<Given> {
  const given: Given = new Map();
  const offer = post.kind === 'admin' ? await findOffer(tx, post.id) : null;
  if (!offer) return given;
  const { discount, validDays = null, productIds = null } = offer;
  const about = { postId: post.id, postTitle: post.title, discount, validDays, productIds };
  for (const comment of comments) {
    if (offer.used + given.size >= offer.coupons) break;
    if (comment.memberId === post.authorId) continue;
    const { memberId, locale, now } = comment;
    const coupon = await issueCoupon(tx, { memberId, ...about, locale, now });
    if (coupon) given.set(comment, { id: coupon.id, discount });
  }
  if (given.size > 0)
    await tx
      .update(postOffers)
      .set({ used: sql`${postOffers.used} + ${given.size}` })
      .where(eq(postOffers.postId, post.id));
  return given;
}

async function findOffer(tx: Tx, postId: number) {
  const [row] = await tx.select().from(postOffers).where(eq(postOffers.postId, postId));
  if (!row) return null;
  const { coupons, used, discountKind: kind, discountValue: value, validDays, productIds } = row;
  return { ...Offer.parse({ coupons, discount: { kind, value }, validDays, productIds }), used };
}
