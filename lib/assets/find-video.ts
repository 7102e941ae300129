import { eq } from 'drizzle-orm';
import { videoFiles } from '@/db/schema/assets';
import { db } from '@/lib/platform/database';
import { assetAddress } from './asset-address';
import { type VideoFile, VideoKey } from './schema';

/** The video of this key, or null when nobody uploaded it here. */
export async function findVideo(key: string): Promise<VideoFile | null> {
  if (!VideoKey.safeParse(key).success) return null;
  const [found] = await db()
    .select({ key: videoFiles.key, bytes: videoFiles.bytes })
    .from(videoFiles)
    .where(eq(videoFiles.key, key));
  return found ? { ...found, url: assetAddress(key) } : null;
}
