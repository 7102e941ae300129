import { eq, sql } from 'drizzle-orm';
import { postBodies, posts } from '@/db/schema/community';
import { contents } from '@/db/schema/content';
import type { By } from '@/lib/accounts/actor';
import { appendAudit } from '@/lib/accounts/audit';
import { type Tx, transaction } from '@/lib/platform/database';
import { communityErrors } from './errors';
import { forgetBody } from './find-body';
import { getPost } from './queries/get-post';
import { refuseOthers } from './refuse-others';
import { mayModerate } from './rules';
import type { Post, PostUpdate } from './schema';
import { auditOf, lockPost } from './store';

type UpdatePost = By & { id: number; wanted: PostUpdate; authorId: string };

/**
 * Changes what was sent of one's own post and nothing else. Errors: community/post-not-found, community/not-the-author.
 */
export async function updatePost({ id, wanted, authorId, actor, requestId, now }: UpdatePost): Promise<Post> {
  const changed = await transaction(async (tx) => {
    const before = await lockPost(tx, id);
    refuseOthers(before, authorId, communityErrors.postNotFound);
    await write(tx, id, wanted, now);
    if (before.kind !== 'member') {
      const after = {
        ...auditOf(before),
        ...(wanted.title && { title: wanted.title }),
        body: wanted.body !== undefined,
      };
      const subject = { kind: 'post', id };
      await appendAudit(tx, { actor, action: 'post.changed', subject, before: auditOf(before), after, requestId });
    }
    return getPost(tx, { id, memberId: authorId, moderates: mayModerate(actor), now });
  });
  if (wanted.body !== undefined) await forgetBody(id);
  return changed;
}

async function write(tx: Tx, id: number, { title, body }: PostUpdate, now: Date): Promise<void> {
  if (title === undefined && body === undefined) return;
  await tx
    .update(posts)
    .set({ editedAt: now, ...(title !== undefined && { title }) })
    .where(eq(posts.id, id));
  if (title !== undefined) await tx.update(contents).set({ title }).where(eq(contents.id, id));
  if (body === undefined) return;
  await tx
    .update(postBodies)
    .set({ body, version: sql`${postBodies.version} + 1` })
    .where(eq(postBodies.postId, id));
}
