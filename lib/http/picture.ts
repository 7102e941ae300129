import { assetErrors } from '@/lib/assets/errors';
import { MAX_PICTURE_BYTES, MAX_PICTURE_MEBIBYTES } from '@/lib/assets/schema';
import { readBytes } from './body';

/** What a form adds around its file. */
const ENVELOPE_BYTES = 64 * 1024;
const tooLarge = () => assetErrors.tooLarge(MAX_PICTURE_MEBIBYTES);

/** The picture of a request: its body, or the field `file` of a form. Errors: assets/too-large, assets/file-missing. */
export async function readPicture(request: Request): Promise<Uint8Array> {
  const type = request.headers.get('content-type') ?? '';
  const isForm = /^multipart\/form-data\b/i.test(type);
  const body = await readBytes(request, MAX_PICTURE_BYTES + (isForm ? ENVELOPE_BYTES : 0), tooLarge);
  const picture = isForm ? await fileIn(body, type) : body;
  if (picture.byteLength === 0) throw assetErrors.fileMissing();
  if (picture.byteLength > MAX_PICTURE_BYTES) throw tooLarge();
  return picture;
}

async function fileIn(body: Uint8Array<ArrayBuffer>, type: string): Promise<Uint8Array> {
  const form = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => null);
  const file = form?.get('file');
  if (!(file instanceof Blob)) throw assetErrors.fileMissing();
  return file.bytes();
}
