import { mediaTypeOf } from '@/lib/assets/media-type-of';

type Part = { start: number; end: number };
type Stored = { key: string; bytes: number };

/** What one answer to a range carries at most: players ask for the next part as they play. */
const PART_BYTES = 4 * 1024 * 1024;

/** The bytes of a video or the part that is asked for, to be kept for ever: its key is made from them. */
export async function videoResponse(
  request: Request,
  { key, bytes }: Stored,
  read: (part?: Part) => Promise<Uint8Array>,
): Promise<Response> {
  const headers = {
    etag: `"${key}"`,
    'accept-ranges': 'bytes',
    'cache-control': 'public, max-age=31536000, immutable',
    // Pages of the platform play it too; none may take it for a page or a program.
    'cross-origin-resource-policy': 'cross-origin',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  };
  if (request.headers.get('if-none-match')?.includes(headers.etag)) return new Response(null, { status: 304, headers });
  const range = request.headers.get('range');
  const part = range === null ? null : partIn(range, bytes);
  if (part === 'beyond') {
    return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${bytes}` } });
  }
  const body = await read(part ?? undefined);
  const sent = { ...headers, 'content-type': mediaTypeOf(key), 'content-length': String(body.byteLength) };
  if (!part) return new Response(Buffer.from(body), { headers: sent });
  const range206 = `bytes ${part.start}-${part.start + body.byteLength - 1}/${bytes}`;
  return new Response(Buffer.from(body), { status: 206, headers: { ...sent, 'content-range': range206 } });
}

/** One range of bytes, cut to what one answer carries; null for what is no such thing, which is answered in whole. */
function partIn(range: string, bytes: number): Part | 'beyond' | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range.trim()) ?? [];
  if (first === '' && last === '') return null;
  const start = first === '' ? Math.max(0, bytes - Number(last)) : Number(first);
  const wanted = first === '' || last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
  if (start >= bytes || (first === '' && Number(last) === 0)) return 'beyond';
  if (wanted < start) return null;
  return { start, end: Math.min(wanted, start + PART_BYTES - 1) };
}
