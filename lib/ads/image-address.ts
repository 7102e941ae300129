import { assetAddress } from '@/lib/assets/asset-address';

type Image = { imageKey: string | null; imageUrl: string | null };

/** Where browsers find an ad's picture, uploaded here or lying elsewhere; null without one. */
export function imageAddress({ imageKey, imageUrl }: Image): string | null {
  return imageKey === null ? imageUrl : assetAddress(imageKey);
}
