/** What a stored file is, by the ending of its key. */
export function mediaTypeOf(key: string): string {
  return MEDIA_TYPES[key.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
}

const MEDIA_TYPES: Record<string, string> = { webp: 'image/webp', mp4: 'video/mp4', webm: 'video/webm' };
