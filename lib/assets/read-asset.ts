import { assetStorage, type Part } from './asset-storage';
import { assetErrors } from './errors';

/** The bytes of a file that `findAsset` or `findVideo` knows. Errors: assets/not-found when they are lost, assets/storage-away. */
export async function readAsset({ key }: { key: string }, part?: Part): Promise<Uint8Array> {
  const storage = assetStorage();
  const bytes = await storage.get(key, part);
  if (bytes) return bytes;
  const hint = storage.kind === 'disk' ? '; was it uploaded to another host? Set ASSET_S3_BUCKET' : '';
  console.warn(`pictures: ${key} was uploaded, but is not in the ${storage.kind}${hint}`);
  throw assetErrors.notFound();
}
