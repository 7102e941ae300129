import { DomainError } from '@/lib/kernel/error';

const TYPES = 'Send a JPEG, PNG, WebP, AVIF or GIF picture.';

const invalid = (code: string, title: string, message: string) =>
  new DomainError(code, 'invalid', title, message, { fields: [{ pointer: '/file', message }] });

/** The refusals of pictures. */
export const assetErrors = {
  notFound: () =>
    new DomainError('assets/not-found', 'missing', 'No such picture', 'Use the url that the upload answered with.'),
  tooLarge: (mebibytes: number) =>
    new DomainError(
      'assets/too-large',
      'too-large',
      'The picture is too large',
      `At most ${mebibytes} MiB are taken. Save it smaller or as JPEG, and send it again.`,
    ),
  fileMissing: () =>
    invalid(
      'assets/file-missing',
      'There is no picture in the request',
      'Send the bytes of the picture as the body, or a form with the picture in its field `file`.',
    ),
  notAPicture: (found: string | null) =>
    invalid(
      'assets/not-a-picture',
      'This kind of file is not taken',
      `The bytes are ${found ?? 'of no known picture'}, whatever the name says. ${TYPES}`,
    ),
  notAVideo: (found: string | null) =>
    invalid(
      'assets/not-a-video',
      'This kind of file is not taken',
      `The bytes are ${found ?? 'of no known video'}, whatever the name says. Send an MP4 or WebM video.`,
    ),
  videoMissing: () =>
    invalid(
      'assets/video-missing',
      'There is no video in the request',
      'Send the bytes of the video as the body, or a form with the video in its field `file`.',
    ),
  videoTooLarge: (mebibytes: number) =>
    new DomainError(
      'assets/video-too-large',
      'too-large',
      'The video is too large',
      `At most ${mebibytes} MiB are taken (AD_VIDEO_MAX_MEBIBYTES). Save it smaller, or send the https address where it lies.`,
    ),
  unreadable: () =>
    invalid(
      'assets/unreadable',
      'The picture cannot be read',
      `It is damaged or not complete. Open it, save it anew, and send it again. ${TYPES}`,
    ),
  tooManyPixels: (width: number, height: number, megapixels: number) =>
    invalid(
      'assets/too-many-pixels',
      'The picture has too many pixels',
      `It has ${width} × ${height} pixels; at most ${megapixels} million are taken. Save it with fewer.`,
    ),
  noStorage: () =>
    new DomainError(
      'assets/no-storage',
      'unavailable',
      'Pictures cannot be stored here',
      'This server has no disk of its own and no bucket. Set ASSET_S3_BUCKET and its keys (see .env.example).',
    ),
  storageAway: () =>
    new DomainError(
      'assets/storage-away',
      'unavailable',
      'The pictures cannot be reached',
      'The place where they are stored did not answer as it should. Try again in a moment; the log of the server says more.',
      { retryAfterSeconds: 5 },
    ),
};
