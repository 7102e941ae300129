import { mediaTypeOf } from '@/lib/assets/media-type-of';

type Part = { start: number; end: number };
type Stored = { key: string; bytes: number };

/** What one answer to a range carries at most: players ask for the next part as they play. */
const PART_BYTES = 4 * 1024 * 1024;

type Read = (part: Part) => Promise<Uint8Array>;

/** The bytes of a video or the part that is asked for, to be kept for ever: its key is made from them. */
export async function videoResponse(request: Request, { key, bytes }: Stored, read: Read): Promise<Response> {
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
  const body = await read(part ?? partFrom(0, bytes - 1));
  const sent = { ...headers, 'content-type': mediaTypeOf(key) };
  if (!part) {
    return new Response(inParts(body, bytes, read), { headers: { ...sent, 'content-length': String(bytes) } });
  }
  const length = String(body.byteLength);
  const range206 = `bytes ${part.start}-${part.start + body.byteLength - 1}/${bytes}`;
  const headers206 = { ...sent, 'content-length': length, 'content-range': range206 };
  return new Response(Buffer.from(body), { status: 206, headers: headers206 });
}

/** Read on as the reader takes it; whole videos would fill the memory when many are asked for at once. */
function inParts(first: Uint8Array, bytes: number, read: Read): ReadableStream<Uint8Array> {
  let sent = 0;
  const pull = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
    const next = sent === 0 ? first : await read(partFrom(sent, bytes - 1));
    if (next.byteLength === 0) throw new Error(`the video ends after ${sent} of ${bytes} bytes`);
    controller.enqueue(next);
    sent += next.byteLength;
    if (sent >= bytes) controller.close();
  };
  return new ReadableStream({ pull }, { highWaterMark: 0 });
}

/** One range of bytes, cut to what one answer carries; null for what is no such thing, which is answered in whole. */
function partIn(range: string, bytes: number): Part | 'beyond' | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range.trim()) ?? [];
  if (first === '' && last === '') return null;
  const start = first === '' ? Math.max(0, bytes - Number(last)) : Number(first);
  const wanted = first === '' || last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
  if (start >= bytes || (first === '' && Number(last) === 0)) return 'beyond';
  if (wanted < start) return null;
  return partFrom(start, wanted);
}

function partFrom(start: number, last: number): Part {
  return { start, end: Math.min(last, start + PART_BYTES - 1) };
}
