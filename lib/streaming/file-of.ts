import { assetKeyIn } from '@/lib/assets/asset-key-in';
import { findVideo } from '@/lib/assets/find-video';
import { VideoKey } from '@/lib/assets/schema';
import { adVideoErrors } from './ad-video-errors';

/** How the video at an address is stored: by its key when it was uploaded here. Error: streaming/unknown-file. */
export async function fileOf(address: string): Promise<{ fileKey: string | null; url: string | null }> {
  const fileKey = assetKeyIn(address, VideoKey);
  if (fileKey === null && address.startsWith('/')) throw adVideoErrors.unknownFile();
  if (fileKey === null) return { fileKey: null, url: address };
  if (!(await findVideo(fileKey))) throw adVideoErrors.unknownFile();
  return { fileKey, url: null };
}
