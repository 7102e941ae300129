import { eq } from 'drizzle-orm';
import { posts } from '@/db/schema/community';
import type { By } from '@/lib/accounts/actor';
import { appendAudit } from '@/lib/accounts/audit';
import { transaction } from '@/lib/platform/database';
import { forgetBoard } from './live-board';
import { auditOf, lockPost } from './store';

/** Puts a hidden post back on the board; what is not hidden stays as it is. Error: community/post-not-found. */
export async function showPost({ id, actor, requestId, now }: By & { id: number }): Promise<void> {
  await transaction(async (tx) => {
    const before = await lockPost(tx, id);
    if (!before.hiddenAt) return;
    const [after = before] = await tx
      .update(posts)
      .set({ hiddenAt: null, hiddenReason: null })
      .where(eq(posts.id, id))
      .returning();
    const subject = { kind: 'post', id };
    await appendAudit(tx, {
      actor,
      action: 'post.shown',
      subject,
      before: auditOf(before),
      after: auditOf(after),
      requestId,
    });
  });
  await forgetBoard(now);
}
