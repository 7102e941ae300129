import { and, eq, inArray, sql } from 'drizzle-orm';
import { ads } from '@/db/schema/ads';
import type { Db, Tx } from '@/lib/platform/database';
import type { Condition } from './conditions';
import { adErrors } from './errors';

export type AdRow = typeof ads.$inferSelect;

/** The ad, so that nobody else changes it or joins it meanwhile; `ownerId` null may touch all. Throws ads/not-found. */
export async function lockAd(tx: Tx, id: number, ownerId: number | null): Promise<AdRow> {
  const [row] = await tx
    .select()
    .from(ads)
    .where(and(eq(ads.id, id), ownerId === null ? undefined : eq(ads.ownerId, ownerId)))
    .for('update');
  if (!row) throw adErrors.notFound();
  return row;
}

/** Throws ads/not-an-advertiser unless this person may own ads. */
export async function requireAdvertiser(tx: Db, userId: number): Promise<void> {
  const { rows } = await tx.execute(sql`select from user_roles where user_id = ${userId} and role = 'advertiser'`);
  if (rows.length === 0) throw adErrors.notAnAdvertiser(userId);
}

/** Throws ads/unknown-condition for a condition that names no ad, or `selfId`, which nobody could have joined before. */
export async function requireNamedAds(
  tx: Db,
  eligibility: readonly Condition[],
  selfId: number | null = null,
): Promise<void> {
  const named = eligibility.flatMap((one, index) => (one.kind === 'joined' ? [{ index, adId: one.adId }] : []));
  if (named.length === 0) return;
  const ids = named.map(({ adId }) => adId);
  const found = new Set((await tx.select({ id: ads.id }).from(ads).where(inArray(ads.id, ids))).map(({ id }) => id));
  const unknown = named.find(({ adId }) => adId === selfId || !found.has(adId));
  if (unknown) throw adErrors.unknownCondition(unknown.index, unknown.adId);
}

/** What the audit log keeps of an ad: what people decide. How many joined is no decision. */
export function auditOf({ id: _, used: __, createdAt: ___, ...row }: AdRow) {
  return { ...row, startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString() };
}
