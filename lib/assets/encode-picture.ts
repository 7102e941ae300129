import sharp, { type Metadata } from 'sharp';
import { assetErrors } from './errors';
import { inTurn } from './in-turn';
import { pictureType } from './picture-type';

const MAX_MEGAPIXELS = 40;
/** An AVIF takes four times the memory of the others while it is unpacked. */
const MAX_AVIF_MEGAPIXELS = 16;
const MAX_WIDTH = 1600;
/** What WebP can hold. */
const MAX_HEIGHT = 16_383;
const QUALITY = 82;
const TIMEOUT_SECONDS = 30;

export type Encoded = { bytes: Uint8Array; width: number; height: number };

// Each picture comes once, and what else this process does needs the other cores.
sharp.cache(false);
sharp.concurrency(1);

/**
 * The picture anew, as WebP: upright, its first frame, without a word of metadata, at most 1,600 pixels wide and 16,383
 * high, never cropped, never enlarged. The same picture gives the same bytes. Errors: assets/not-a-picture,
 * assets/too-many-pixels (before anything is unpacked), assets/unreadable.
 */
export async function encodePicture(picture: Uint8Array): Promise<Encoded> {
  const verdict = await pictureType(picture);
  if (!verdict.ok) throw assetErrors.notAPicture(verdict.found);
  const { width, height } = await readHeader(picture);
  const megapixels = verdict.type === 'image/avif' ? MAX_AVIF_MEGAPIXELS : MAX_MEGAPIXELS;
  if (width * height > megapixels * 1e6) throw assetErrors.tooManyPixels(width, height, megapixels);
  return inTurn(() => encode(picture));
}

function readHeader(picture: Uint8Array): Promise<Metadata> {
  return sharp(picture, { limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw assetErrors.unreadable();
    });
}

async function encode(picture: Uint8Array): Promise<Encoded> {
  const encoder = sharp(picture, { limitInputPixels: MAX_MEGAPIXELS * 1e6, failOn: 'error', animated: false })
    .autoOrient()
    .resize({ width: MAX_WIDTH, height: MAX_HEIGHT, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: QUALITY })
    .timeout({ seconds: TIMEOUT_SECONDS });
  const { data, info } = await encoder.toBuffer({ resolveWithObject: true }).catch(() => {
    throw assetErrors.unreadable();
  });
  return { bytes: data, width: info.width, height: info.height };
}
