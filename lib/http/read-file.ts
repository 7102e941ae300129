import type { DomainError } from '@/lib/kernel/error';
import { readBytes } from './body';

/** What a form adds around its file. */
const ENVELOPE_BYTES = 64 * 1024;

type Rules = { limitBytes: number; tooLarge: () => DomainError; missing: () => DomainError };

/** The file of a request: its body, or the field `file` of a form; a larger one is refused without reading on. */
export async function readFile(request: Request, { limitBytes, tooLarge, missing }: Rules): Promise<Uint8Array> {
  const type = request.headers.get('content-type') ?? '';
  const isForm = /^multipart\/form-data\b/i.test(type);
  const body = await readBytes(request, limitBytes + (isForm ? ENVELOPE_BYTES : 0), tooLarge);
  const file = isForm ? await fileIn(body, type, missing) : body;
  if (file.byteLength === 0) throw missing();
  if (file.byteLength > limitBytes) throw tooLarge();
  return file;
}

async function fileIn(body: Uint8Array<ArrayBuffer>, type: string, missing: () => DomainError): Promise<Uint8Array> {
  const form = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => null);
  const file = form?.get('file');
  if (!(file instanceof Blob)) throw missing();
  return file.bytes();
}
