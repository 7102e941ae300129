import { assetErrors } from '@/lib/assets/errors';
import { MAX_PICTURE_BYTES, MAX_PICTURE_MEBIBYTES } from '@/lib/assets/schema';
import { readFile } from './read-file';

/** The picture of a request: its body, or the field `file` of a form. Errors: assets/too-large, assets/file-missing. */
export function readPicture(request: Request): Promise<Uint8Array> {
  return readFile(request, {
    limitBytes: MAX_PICTURE_BYTES,
    tooLarge: () => assetErrors.tooLarge(MAX_PICTURE_MEBIBYTES),
    missing: assetErrors.fileMissing,
  });
}
