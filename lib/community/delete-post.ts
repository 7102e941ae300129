import { eq } from 'drizzle-orm';
import { posts } from '@/db/schema/community';
import { contents } from '@/db/schema/content';
import type { By } from '@/lib/accounts/actor';
import { appendAudit } from '@/lib/accounts/audit';
import { transaction } from '@/lib/platform/database';
import { communityErrors } from './errors';
import { forgetBoard } from './live-board';
import { refuseOthers } from './refuse-others';
import { auditOf, lockPost } from './store';

type DeletePost = By & { id: number; authorId: string };

/**
 * Takes one's own post off the board, with its comments; what it earned stays, and gives no quota back (points rule 3).
 * Errors: community/post-not-found, community/not-the-author.
 */
export async function deletePost({ id, authorId, actor, requestId, now }: DeletePost): Promise<void> {
  await transaction(async (tx) => {
    const before = await lockPost(tx, id);
    refuseOthers(before, authorId, communityErrors.postNotFound);
    await tx.update(posts).set({ deletedAt: now }).where(eq(posts.id, id));
    await tx.update(contents).set({ archivedAt: now }).where(eq(contents.id, id));
    if (before.kind === 'member') return;
    const subject = { kind: 'post', id };
    await appendAudit(tx, { actor, action: 'post.deleted', subject, before: auditOf(before), requestId });
  });
  await forgetBoard(now);
}
