import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Problem } from '@/lib/http/client';
import { uploadPicture } from './client';

/** A browser's request that is answered by hand; what is sent is written down. */
class Request {
  static last: Request | null = null;
  upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  onload?: () => void;
  onerror?: () => void;
  onabort?: () => void;
  onloadend?: () => void;
  status = 0;
  responseText = '';
  answered: Record<string, string> = {};
  sent: { method?: string; path?: string; headers: Record<string, string>; body?: unknown } = { headers: {} };

  constructor() {
    Request.last = this;
  }
  open(method: string, path: string) {
    Object.assign(this.sent, { method, path });
  }
  setRequestHeader(name: string, value: string) {
    this.sent.headers[name] = value;
  }
  send(body: unknown) {
    this.sent.body = body;
  }
  getResponseHeader(name: string) {
    return this.answered[name] ?? null;
  }
  abort() {
    this.onabort?.();
    this.onloadend?.();
  }
  answer(status: number, body: string, headers: Record<string, string> = {}) {
    Object.assign(this, { status, responseText: body, answered: headers });
    this.onload?.();
    this.onloadend?.();
  }
}

beforeEach(() => vi.stubGlobal('XMLHttpRequest', Request));
afterEach(() => vi.unstubAllGlobals());

const picture = new Blob(['bytes'], { type: 'image/png' });
const request = (): Request => {
  if (!Request.last) throw new Error('nothing was sent');
  return Request.last;
};
const failure = (uploading: Promise<unknown>) =>
  uploading.then(
    () => null,
    (reason: unknown) => reason,
  );

test('a picture is sent as it is, and the answer tells its address', async () => {
  const uploading = uploadPicture(picture);
  const asset = { key: 'k.webp', url: '/assets/k.webp', width: 1, height: 1, bytes: 9 };
  request().answer(201, JSON.stringify(asset));
  expect(await uploading).toEqual(asset);
  expect(request().sent).toMatchObject({
    method: 'POST',
    path: '/api/v1/assets',
    body: picture,
    headers: { 'content-type': 'image/png' },
  });
});

test('how far it has come is told in parts of one', async () => {
  const parts: number[] = [];
  const uploading = uploadPicture(picture, { onProgress: (part) => parts.push(part) });
  request().upload.onprogress?.({ loaded: 0, total: 0 });
  request().upload.onprogress?.({ loaded: 2, total: 5 });
  request().upload.onprogress?.({ loaded: 5, total: 5 });
  request().answer(201, '{}');
  await uploading;
  expect(parts).toEqual([0, 0.4, 1]);
});

test('a refusal is a Problem with its code and fields', async () => {
  const uploading = failure(uploadPicture(picture));
  const errors = [{ pointer: '/file', message: 'is damaged' }];
  const body = JSON.stringify({ code: 'assets/unreadable', title: 't', detail: 'd', errors });
  request().answer(422, body, { 'x-request-id': 'r-1' });
  const problem = await uploading;
  expect(problem).toBeInstanceOf(Problem);
  expect(problem).toMatchObject({ code: 'assets/unreadable', status: 422, errors, requestId: 'r-1' });
});

test('no answer is the Problem platform/offline', async () => {
  const uploading = failure(uploadPicture(picture));
  request().onerror?.();
  expect(await uploading).toMatchObject({ code: 'platform/offline', status: 0 });
});

test('an upload that is given up ends with the AbortError, before and while it is sent', async () => {
  expect(await failure(uploadPicture(picture, { signal: AbortSignal.abort() }))).toMatchObject({ name: 'AbortError' });
  const giveUp = new AbortController();
  const uploading = failure(uploadPicture(picture, { signal: giveUp.signal }));
  giveUp.abort();
  expect(await uploading).toMatchObject({ name: 'AbortError' });
});
