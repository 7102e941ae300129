import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { identity, instant } from '../columns';

/**
 * A viewer (as the log names it) whose events an admin does not count: those from `from_at` on, or all of them when it
 * is null. Lifted, it was never there for days that are not closed.
 */
export const viewerBlocks = pgTable(
  'viewer_blocks',
  {
    id: identity('viewer_blocks_id_seq'),
    viewer: text('viewer').notNull(),
    fromAt: instant('from_at'),
    reason: text('reason').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    liftedAt: instant('lifted_at'),
    /** When the log last said what this block does; null while a job still goes through its days. */
    appliedAt: instant('applied_at'),
    progress: jsonb('progress').$type<{ done: number; of: number; changed: number }>(),
  },
  (t) => [
    primaryKey({ name: 'viewer_blocks_pkey', columns: [t.id] }),
    index('viewer_blocks_viewer_idx').on(t.viewer).where(sql`lifted_at is null`), // whether a viewer is blocked
  ],
);
