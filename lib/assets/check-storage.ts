import { access, constants, mkdir } from 'node:fs/promises';
import { diskFolder, storageKind } from './asset-storage';

/** Whether pictures can be stored, for the health page; a bucket tells at each use, in the log. Names no address. */
export async function checkStorage(): Promise<{ ok: boolean; detail: string }> {
  const kind = storageKind();
  if (kind === 'bucket') return { ok: true, detail: 'kept in the bucket' };
  if (kind === 'none') return { ok: false, detail: 'cannot be stored: no disk is kept here; set ASSET_S3_BUCKET' };
  const ok = await mkdir(diskFolder(), { recursive: true })
    .then(() => access(diskFolder(), constants.W_OK))
    .then(
      () => true,
      () => false,
    );
  const detail = ok
    ? 'kept on the disk of this host: for one host; set ASSET_S3_BUCKET to run several'
    : 'cannot be stored: the folder of BOXOFFICE_DATA_DIR cannot be written; set another, or ASSET_S3_BUCKET';
  return { ok, detail };
}
