import { fileTypeFromBuffer } from 'file-type';

export type VideoVerdict = { ok: true; ending: 'mp4' | 'webm' } | { ok: false; found: string | null };

const ENDINGS = new Map<string, 'mp4' | 'webm'>([
  ['video/mp4', 'mp4'],
  ['video/webm', 'webm'],
]);

/** What the bytes are, whatever their name and header say. */
export async function videoType(bytes: Uint8Array): Promise<VideoVerdict> {
  // A damaged container can break the look into it; then it is nothing known.
  const mime = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime ?? null;
  const ending = ENDINGS.get(mime ?? '');
  return ending ? { ok: true, ending } : { ok: false, found: mime };
}
