import { assetKeyIn } from '@/lib/assets/asset-key-in';
import { findAsset } from '@/lib/assets/find-asset';
import { shopErrors } from './errors';

/** How the picture at an address is stored: by its key when it was uploaded here. Error: shop/unknown-image. */
export async function imageOf(address: string | null): Promise<{ imageKey: string | null; imageUrl: string | null }> {
  if (address === null) return { imageKey: null, imageUrl: null };
  const imageKey = assetKeyIn(address);
  if (imageKey === null && address.startsWith('/')) throw shopErrors.unknownImage();
  if (imageKey === null) return { imageKey: null, imageUrl: address };
  if (!(await findAsset(imageKey))) throw shopErrors.unknownImage();
  return { imageKey, imageUrl: null };
}
