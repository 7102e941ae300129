import type { viewerBlocks } from '@/db/schema/abuse';
import type { Block } from './schema';

/** A row as it is shown. */
export function blockOf(row: typeof viewerBlocks.$inferSelect): Block {
  const { id, viewer, reason, createdBy, progress } = row;
  return {
    ...{ id, viewer, reason, createdBy, progress },
    from: row.fromAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    liftedAt: row.liftedAt?.toISOString() ?? null,
    applied: row.appliedAt !== null,
  };
}
