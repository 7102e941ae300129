import { eq, sql } from 'drizzle-orm';
import { contents } from '@/db/schema/content';
import type { Db } from '@/lib/platform/database';
import { contentErrors } from './errors';

/** Throws content/not-a-creator unless this person may own contents. */
export async function requireCreator(tx: Db, creatorId: number): Promise<void> {
  const { rows } = await tx.execute(sql`select from user_roles where user_id = ${creatorId} and role = 'creator'`);
  if (rows.length === 0) throw contentErrors.notACreator(creatorId);
}

/** The id that has this external id, if any. */
export async function findIdByExternalId(tx: Db, externalId: string): Promise<number | null> {
  const [row] = await tx.select({ id: contents.id }).from(contents).where(eq(contents.externalId, externalId));
  return row?.id ?? null;
}

export type ContentRow = typeof contents.$inferSelect;

/** What the audit log keeps of a content. */
export function auditOf({ createdAt: _, ...row }: ContentRow) {
  return { ...row, archivedAt: row.archivedAt?.toISOString() ?? null };
}
