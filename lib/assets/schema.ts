import { z } from 'zod';

/** What a picture may weigh on its way in; what is stored is smaller. */
export const MAX_PICTURE_MEBIBYTES = 5;
export const MAX_PICTURE_BYTES = MAX_PICTURE_MEBIBYTES * 1024 * 1024;

/** What may be uploaded, as media types, for the `accept` of a file field. The server goes by the bytes. */
export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif'] as const;

/** The name of a stored picture: 128 bits of the SHA-256 of its bytes. */
export const AssetKey = z.string().regex(/^[0-9a-f]{32}\.webp$/, 'is no key of a picture');

export const AssetPath = z.object({ key: z.string() });

export const Asset = z.object({
  key: AssetKey,
  /** Where browsers find it: whole with ASSET_BASE_URL, else a path of this server. */
  url: z.string(),
  width: z.number().int(),
  height: z.number().int(),
  bytes: z.number().int(),
});
export type Asset = z.infer<typeof Asset>;

/** What may be uploaded as a video, for the `accept` of a file field. The server goes by the bytes. */
export const VIDEO_TYPES = ['video/mp4', 'video/webm'] as const;

/** The name of a stored video: 128 bits of the SHA-256 of its bytes. */
export const VideoKey = z.string().regex(/^[0-9a-f]{32}\.(mp4|webm)$/, 'is no key of a video');

export const VideoFile = z.object({
  key: VideoKey,
  /** Where browsers find it: whole with ASSET_BASE_URL, else a path of this server. */
  url: z.string(),
  bytes: z.number().int(),
});
export type VideoFile = z.infer<typeof VideoFile>;
