import { assetStorage } from './asset-storage';
import { assetErrors } from './errors';
import type { Asset } from './schema';

/** The bytes of a picture that `findAsset` knows. Errors: assets/not-found when they are lost, assets/storage-away. */
export async function readAsset({ key }: Asset): Promise<Uint8Array> {
  const storage = assetStorage();
  const bytes = await storage.get(key);
  if (bytes) return bytes;
  const hint = storage.kind === 'disk' ? '; was it uploaded to another host? Set ASSET_S3_BUCKET' : '';
  console.warn(`pictures: ${key} was uploaded, but is not in the ${storage.kind}${hint}`);
  throw assetErrors.notFound();
}
