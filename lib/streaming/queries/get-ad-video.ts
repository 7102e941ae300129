import { and, eq, sql } from 'drizzle-orm';
import { users } from '@/db/schema/accounts';
import { adVideos } from '@/db/schema/streaming';
import { assetAddress } from '@/lib/assets/asset-address';
import type { Db } from '@/lib/platform/database';
import { adVideoErrors } from '../ad-video-errors';
import type { AdVideo } from '../ad-video-schema';

/** Throws streaming/ad-video-not-found, also for what belongs to others; `ownerId` null sees all. */
export async function getAdVideo(db: Db, { id, ownerId }: { id: number; ownerId: number | null }): Promise<AdVideo> {
  const mine = ownerId === null ? undefined : eq(adVideos.ownerId, ownerId);
  const [row] = await db
    .select(AD_VIDEO_COLUMNS)
    .from(adVideos)
    .where(and(eq(adVideos.id, id), mine));
  if (!row) throw adVideoErrors.notFound();
  return adVideoOf(row);
}

export const AD_VIDEO_COLUMNS = {
  row: adVideos,
  ownerName: sql<
    string | null
  >`(select coalesce(${users.name}, ${users.email}) from ${users} where ${users.id} = ${adVideos.ownerId})`,
};

type Found = { row: typeof adVideos.$inferSelect; ownerName: string | null };

/** What is answered of a stored ad video. */
export function adVideoOf({ row, ownerName }: Found): AdVideo {
  const { id, title, durationSeconds, active, ownerId, createdAt } = row;
  return {
    id,
    title,
    durationSeconds,
    url: adVideoAddress(row),
    uploaded: row.fileKey !== null,
    active,
    ownerId,
    ownerName,
    createdAt: createdAt.toISOString(),
  };
}

/** Where browsers find it, uploaded here or lying elsewhere. */
export function adVideoAddress({ fileKey, url }: { fileKey: string | null; url: string | null }): string {
  return fileKey === null ? (url ?? '') : assetAddress(fileKey);
}
