import { postBodies, postOffers, posts } from '@/db/schema/community';
import { contents } from '@/db/schema/content';
import type { By } from '@/lib/accounts/actor';
import { appendAudit } from '@/lib/accounts/audit';
import { calendar } from '@/lib/platform/calendar';
import { type Tx, transaction } from '@/lib/platform/database';
import type { FirstAnswer } from '@/lib/platform/first-answer';
import { keepAnswerIn } from '@/lib/platform/keep-answer-in';
import { communityErrors } from './errors';
import { holdPace } from './hold-pace';
import { getPost } from './queries/get-post';
import { requireOpen } from './require-open';
import { rewardPost } from './reward-post';
import { mayModerate, mayPublish } from './rules';
import type { Offer, Post, PostCreate } from './schema';
import { auditOf, type PostRow } from './store';

export type CreatePost = By & { wanted: PostCreate; authorId: string; answer: FirstAnswer | null };

/**
 * Publishes a post as a content of its own, and pays its member for the first three of a business day, in one
 * transaction. Errors: community/kind-not-yours, community/too-fast, community/closed-hours.
 */
export async function createPost({ wanted, authorId, actor, requestId, now, answer }: CreatePost): Promise<Post> {
  const { kind, offer } = wanted;
  if (!mayPublish(actor, kind)) throw communityErrors.kindNotYours();
  await holdPace('post', authorId);
  return transaction(async (tx) => {
    if (kind === 'member') await requireOpen(tx, now);
    const post = await insertPost(tx, wanted, authorId, now);
    if (offer) await tx.insert(postOffers).values(offerRow(post.id, offer));
    if (kind === 'member') await rewardPost(tx, { postId: post.id, memberId: authorId, now });
    else {
      const after = { ...auditOf(post), offer: offer ?? null };
      await appendAudit(tx, {
        actor,
        action: 'post.published',
        subject: { kind: 'post', id: post.id },
        after,
        requestId,
      });
    }
    const made = await getPost(tx, { id: post.id, memberId: authorId, moderates: mayModerate(actor), now });
    await keepAnswerIn(tx, answer, { status: 201, body: made, now });
    return made;
  });
}

/** Its content is nobody's in particular: what creators own is listed and paid elsewhere. */
async function insertPost(tx: Tx, { kind, title, body }: PostCreate, authorId: string, now: Date): Promise<PostRow> {
  const [content] = await tx
    .insert(contents)
    .values({ title, kind: 'post', createdAt: now })
    .returning({ id: contents.id });
  const [post] = await tx
    .insert(posts)
    .values({ id: content?.id ?? 0, kind, title, authorId, createdAt: now, day: calendar().dayOf(now) })
    .returning();
  if (!post) throw communityErrors.postNotFound();
  await tx.insert(postBodies).values({ postId: post.id, body });
  return post;
}

function offerRow(postId: number, { coupons, discount, validDays = null, productIds = null }: Offer) {
  return { postId, coupons, discountKind: discount.kind, discountValue: discount.value, validDays, productIds };
}
