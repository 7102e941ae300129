import { access, constants, mkdir } from 'node:fs/promises';
import { diskFolder, storageKind } from './asset-storage';

/** Where pictures go, or why they cannot be stored. */
export type StorageState = 'bucket' | 'disk' | 'no-place' | 'no-folder';

/** What the health page says of pictures. A bucket is not asked: it tells at each use, in the log. */
export async function checkStorage(): Promise<StorageState> {
  const kind = storageKind();
  if (kind === 'bucket') return 'bucket';
  if (kind === 'none') return 'no-place';
  return mkdir(diskFolder(), { recursive: true })
    .then(() => access(diskFolder(), constants.W_OK))
    .then(
      () => 'disk',
      () => 'no-folder',
    );
}
