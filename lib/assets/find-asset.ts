import { eq } from 'drizzle-orm';
import { assets } from '@/db/schema/assets';
import { db } from '@/lib/platform/database';
import { assetAddress } from './asset-address';
import { type Asset, AssetKey } from './schema';

/** The picture of this key, or null when nobody uploaded it here. */
export async function findAsset(key: string): Promise<Asset | null> {
  if (!AssetKey.safeParse(key).success) return null;
  const { width, height, bytes } = assets;
  const [found] = await db().select({ key: assets.key, width, height, bytes }).from(assets).where(eq(assets.key, key));
  return found ? { ...found, url: assetAddress(key) } : null;
}
