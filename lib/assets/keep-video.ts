import { createHash } from 'node:crypto';
import { videoFiles } from '@/db/schema/assets';
import type { Actor } from '@/lib/accounts/actor';
import { db } from '@/lib/platform/database';
import { assetAddress } from './asset-address';
import { assetStorage } from './asset-storage';
import { assetErrors } from './errors';
import type { VideoFile } from './schema';
import { videoType } from './video-type';

/**
 * Checks and stores a video as it came; the same one, however often and by whomever, is stored once.
 * Errors: assets/not-a-video, assets/storage-away, assets/no-storage.
 */
export async function keepVideo({ video, actor, now }: Upload): Promise<VideoFile> {
  const storage = assetStorage();
  const verdict = await videoType(video);
  if (!verdict.ok) throw assetErrors.notAVideo(verdict.found);
  const key = `${createHash('sha256').update(video).digest('hex').slice(0, 32)}.${verdict.ending}`;
  // The bytes come first: a row promises that they are there.
  await storage.put(key, video);
  const bytes = video.byteLength;
  await db()
    .insert(videoFiles)
    .values({ key, bytes, uploaderKind: actor.kind, uploaderId: actor.id, createdAt: now })
    .onConflictDoNothing();
  return { key, bytes, url: assetAddress(key) };
}

type Upload = { video: Uint8Array; actor: Actor; now: Date };
