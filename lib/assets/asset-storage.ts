import { join, resolve } from 'node:path';
import { type Env, env } from '@/lib/platform/env';
import { type Bucket, bucketStorage } from './bucket-storage';
import { diskStorage } from './disk-storage';
import { assetErrors } from './errors';

/** Some bytes of a file: the first and the last one, both counted from 0. */
export type Part = { start: number; end: number };

/** Where the bytes of pictures and videos are. A key names the same bytes for ever. */
export type AssetStorage = {
  kind: 'bucket' | 'disk';
  /** Stores the bytes; a key that is there already keeps the same bytes. Throws assets/storage-away. */
  put: (key: string, bytes: Uint8Array) => Promise<void>;
  /** All of it or a part; null when it is not there. Throws assets/storage-away. */
  get: (key: string, part?: Part) => Promise<Uint8Array | null>;
};

/** The bucket when one is set, else the disk of this host. Throws assets/no-storage where the disk is not to be kept. */
export function assetStorage(): AssetStorage {
  const bucket = bucketOf(env());
  if (bucket) return bucketStorage(bucket);
  if (storageKind() === 'none') throw assetErrors.noStorage();
  return diskStorage(diskFolder());
}

/** Where the settings put pictures; Vercel forgets its disk, so without a bucket they have no place there. */
export function storageKind(): AssetStorage['kind'] | 'none' {
  if (bucketOf(env())) return 'bucket';
  return env().VERCEL ? 'none' : 'disk';
}

/** The folder of this host for pictures. */
export function diskFolder(): string {
  // Next is not to take every file that might be below for a part of the program.
  return join(resolve(/* turbopackIgnore: true */ env().BOXOFFICE_DATA_DIR), 'assets');
}

function bucketOf(settings: Env): Bucket | null {
  const { ASSET_S3_BUCKET: name, ASSET_S3_ENDPOINT: endpoint, ASSET_S3_REGION: region } = settings;
  const { ASSET_S3_ACCESS_KEY_ID: accessKeyId, ASSET_S3_SECRET_ACCESS_KEY: secretAccessKey } = settings;
  if (!name || !accessKeyId || !secretAccessKey) return null;
  const pathStyle = settings.ASSET_S3_PATH_STYLE ?? String(endpoint !== undefined);
  const at = new URL(endpoint ?? `https://s3.${region}.amazonaws.com`);
  return { name, at, region, accessKeyId, secretAccessKey, pathStyle: pathStyle === 'true' };
}
