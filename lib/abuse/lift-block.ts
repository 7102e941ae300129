import { eq, sql } from 'drizzle-orm';
import { viewerBlocks } from '@/db/schema/abuse';
import type { By } from '@/lib/accounts/actor';
import { appendAudit } from '@/lib/accounts/audit';
import { forgetBlockedViewers } from '@/lib/events/blocked-viewers';
import { transaction } from '@/lib/platform/database';
import { enqueue } from '@/lib/platform/enqueue';
import { blockOf } from './block-of';
import { abuseErrors } from './errors';
import type { Block } from './schema';

type LiftBlock = By & { id: number };

/**
 * Lifts a block: what it took is judged again in order, in closed days too, and comes back as it was (likes do not).
 * One that is lifted already stays so. Errors: abuse/block-not-found.
 */
export async function liftBlock({ id, actor, requestId, now }: LiftBlock): Promise<Block> {
  const block = await transaction(async (tx) => {
    await tx.execute(sql`select from viewer_blocks where id = ${id} for update`);
    const [held] = await tx.select().from(viewerBlocks).where(eq(viewerBlocks.id, id));
    if (!held) throw abuseErrors.blockNotFound();
    if (held.liftedAt !== null) return blockOf(held);
    const lifted = { liftedAt: now, appliedAt: null, progress: null };
    await tx.update(viewerBlocks).set(lifted).where(eq(viewerBlocks.id, id));
    await appendAudit(tx, {
      actor,
      action: 'viewer.unblocked',
      subject: { kind: 'viewer', id: held.viewer },
      before: { block: id, from: blockOf(held).from, reason: held.reason },
      requestId,
    });
    await enqueue(tx, 'apply-block', { blockId: id }, `apply-block ${id}`);
    return blockOf({ ...held, ...lifted });
  });
  forgetBlockedViewers();
  return block;
}
