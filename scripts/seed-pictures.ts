import sharp from 'sharp';
import type { DemoAd } from '@/db/builders/demo-ads';
import { buildPicture } from '@/db/builders/demo-picture';
import { SYSTEM } from '@/lib/accounts/actor';
import { keepPicture } from '@/lib/assets/keep-picture';

/** Draws and keeps the pictures of the demo's ads; their keys, by the key of the ad. None where there is no place to keep them. */
export async function seedPictures(ads: readonly DemoAd[], now: Date): Promise<Map<string, string>> {
  const kept = new Map<string, string>();
  try {
    for (const { key, picture } of ads) {
      if (!picture) continue;
      const drawn = await sharp(Buffer.from(buildPicture(picture)))
        .png({ compressionLevel: 1 })
        .toBuffer();
      kept.set(key, (await keepPicture({ picture: drawn, actor: SYSTEM, now })).key);
    }
  } catch (error) {
    console.warn(`the demo's ads have no pictures: ${error instanceof Error ? error.message : error}`);
  }
  return kept;
}
