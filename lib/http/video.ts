import { assetErrors } from '@/lib/assets/errors';
import { env } from '@/lib/platform/env';
import { readFile } from './read-file';

/** The video of a request: its body, or the field `file` of a form. Errors: assets/video-too-large, assets/video-missing. */
export function readVideo(request: Request): Promise<Uint8Array> {
  const mebibytes = env().AD_VIDEO_MAX_MEBIBYTES;
  return readFile(request, {
    limitBytes: mebibytes * 1024 * 1024,
    tooLarge: () => assetErrors.videoTooLarge(mebibytes),
    missing: assetErrors.videoMissing,
  });
}
