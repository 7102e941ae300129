import { fileTypeFromBuffer } from 'file-type';
import { PICTURE_TYPES } from './schema';

export type PictureType = (typeof PICTURE_TYPES)[number];
export type TypeVerdict = { ok: true; type: PictureType } | { ok: false; found: string | null };

/** What the bytes are, whatever their name and header say. An animated PNG counts as PNG; SVG is a program, not a picture. */
export async function pictureType(bytes: Uint8Array): Promise<TypeVerdict> {
  // A damaged container can break the look into it; then it is nothing known.
  const mime = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime ?? null;
  const type = PICTURE_TYPES.find((known) => known === (mime === 'image/apng' ? 'image/png' : mime));
  return type ? { ok: true, type } : { ok: false, found: mime };
}
