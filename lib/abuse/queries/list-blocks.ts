import { and, desc, eq, isNotNull, isNull, lt } from 'drizzle-orm';
import { viewerBlocks } from '@/db/schema/abuse';
import { idInCursor } from '@/lib/kernel/id-in-cursor';
import { type Page, pageOf } from '@/lib/kernel/page';
import { db } from '@/lib/platform/database';
import { blockOf } from '../block-of';
import type { Block, BlockQuery } from '../schema';

/** Blocks, the newest first. */
export async function listBlocks({ state, viewer, limit, cursor }: BlockQuery): Promise<Page<Block>> {
  const before = cursor === undefined ? null : idInCursor(cursor);
  const rows = await db()
    .select()
    .from(viewerBlocks)
    .where(
      and(
        before === null ? undefined : lt(viewerBlocks.id, before),
        viewer === undefined ? undefined : eq(viewerBlocks.viewer, viewer),
        state === 'active' ? isNull(viewerBlocks.liftedAt) : undefined,
        state === 'lifted' ? isNotNull(viewerBlocks.liftedAt) : undefined,
      ),
    )
    .orderBy(desc(viewerBlocks.id))
    .limit(limit + 1);
  return pageOf(rows.map(blockOf), limit, (block) => [block.id]);
}
