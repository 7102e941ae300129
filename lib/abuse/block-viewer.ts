import { sql } from 'drizzle-orm';
import { viewerBlocks } from '@/db/schema/abuse';
import type { By } from '@/lib/accounts/actor';
import { appendAudit } from '@/lib/accounts/audit';
import { forgetBlockedViewers } from '@/lib/events/blocked-viewers';
import { type Tx, transaction } from '@/lib/platform/database';
import { enqueue } from '@/lib/platform/enqueue';
import { blockOf } from './block-of';
import { abuseErrors } from './errors';
import type { Block, BlockCreate } from './schema';
import { viewerNamed } from './viewer-named';

type BlockViewer = By & { wanted: BlockCreate };

/**
 * Blocks a viewer from a moment on, or voids all it ever did (events rule 5). New events are refused within seconds; a
 * job goes through the days there are, and closed ones pay the difference in the first open day. Errors:
 * abuse/already-blocked.
 */
export async function blockViewer({ wanted, actor, requestId, now }: BlockViewer): Promise<Block> {
  const viewer = viewerNamed(wanted);
  const fromAt = wanted.void ? null : wanted.from ? new Date(wanted.from) : now;
  const block = await transaction(async (tx) => {
    await refuseSecond(tx, viewer, fromAt);
    const values = { viewer, fromAt, reason: wanted.reason, createdBy: actor.name, createdAt: now };
    const [row] = await tx.insert(viewerBlocks).values(values).returning();
    if (!row) throw new Error('no block was written');
    const made = blockOf(row);
    await appendAudit(tx, {
      actor,
      action: fromAt === null ? 'viewer.voided' : 'viewer.blocked',
      subject: { kind: 'viewer', id: viewer },
      after: { block: made.id, from: made.from, reason: made.reason },
      requestId,
    });
    await enqueue(tx, 'apply-block', { blockId: made.id }, `apply-block ${made.id}`);
    return made;
  });
  forgetBlockedViewers();
  return block;
}

/** Of two at once the second waits, and then sees the first. */
async function refuseSecond(tx: Tx, viewer: string, fromAt: Date | null): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('block'), hashtext(${viewer}))`);
  const { rows } = await tx.execute<{ id: number }>(sql`select id from viewer_blocks where viewer = ${viewer}
    and lifted_at is null and (from_at is null or from_at <= ${fromAt?.toISOString() ?? null}::timestamptz) order by id limit 1`);
  if (rows[0]) throw abuseErrors.alreadyBlocked(Number(rows[0].id));
}
