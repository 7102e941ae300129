import { createHash } from 'node:crypto';
import { assets } from '@/db/schema/assets';
import type { Actor } from '@/lib/accounts/actor';
import { db } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { singleton } from '@/lib/platform/singleton';
import { assetAddress } from './asset-address';
import { assetStorage } from './asset-storage';
import { encodePicture } from './encode-picture';
import type { Asset } from './schema';

/**
 * Checks, re-encodes and stores a picture; the same picture, however often and by whomever, is stored once. Errors:
 * assets/not-a-picture, assets/unreadable, assets/too-many-pixels, assets/storage-away, assets/no-storage.
 */
export async function keepPicture({ picture, actor, now }: Upload): Promise<Asset> {
  const storage = assetStorage();
  // A demo has one host anyway.
  if (storage.kind === 'disk' && env().BOXOFFICE_MODE !== 'demo') singleton('pictures on disk', sayOneHost);
  const { bytes, width, height } = await encodePicture(picture);
  const key = `${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}.webp`;
  // The bytes come first: a row promises that they are there. Bytes without a row are found by nobody.
  await storage.put(key, bytes);
  const facts = { key, width, height, bytes: bytes.byteLength };
  const by = { uploaderKind: actor.kind, uploaderId: actor.id, createdAt: now };
  await db()
    .insert(assets)
    .values({ ...facts, ...by })
    .onConflictDoNothing();
  return { ...facts, url: assetAddress(key) };
}

type Upload = { picture: Uint8Array; actor: Actor; now: Date };

function sayOneHost(): true {
  console.warn("pictures are kept on this host's disk, for one host; set ASSET_S3_BUCKET to run several");
  return true;
}
