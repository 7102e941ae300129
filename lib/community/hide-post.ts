import { eq } from 'drizzle-orm';
import { posts } from '@/db/schema/community';
import type { By } from '@/lib/accounts/actor';
import { appendAudit } from '@/lib/accounts/audit';
import { transaction } from '@/lib/platform/database';
import { forgetBoard } from './live-board';
import { auditOf, lockPost } from './store';

type HidePost = By & { id: number; reason: string };

/** Takes a post out of everybody's sight but its author's and the admins'; hidden already, it keeps its first reason. Error: community/post-not-found. */
export async function hidePost({ id, reason, actor, requestId, now }: HidePost): Promise<void> {
  await transaction(async (tx) => {
    const before = await lockPost(tx, id);
    if (before.hiddenAt) return;
    const [after = before] = await tx
      .update(posts)
      .set({ hiddenAt: now, hiddenReason: reason })
      .where(eq(posts.id, id))
      .returning();
    const subject = { kind: 'post', id };
    await appendAudit(tx, {
      actor,
      action: 'post.hidden',
      subject,
      before: auditOf(before),
      after: auditOf(after),
      requestId,
    });
  });
  await forgetBoard(now);
}
