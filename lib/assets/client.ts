import { offline, readAnswer } from '@/lib/http/client';
import type { Asset, VideoFile } from './schema';

type Watch = {
  /** How much of the picture has left the browser, from 0 to 1. */
  onProgress?: (part: number) => void;
  signal?: AbortSignal;
};

/**
 * Uploads a picture as it is, to the door for it; the server checks and re-encodes it. `url` of the answer is what forms
 * send on.
 * Throws a Problem for every refusal, `platform/offline` when no answer came, and the AbortError of an aborted signal.
 */
export async function uploadPicture(file: Blob, watch: Watch = {}, path = '/api/v1/assets'): Promise<Asset> {
  return readAnswer<Asset>(await send(path, file, watch));
}

/** Uploads an ad video as it is; the server looks at its bytes. Throws as `uploadPicture` does. */
export async function uploadVideo(file: Blob, watch: Watch = {}): Promise<VideoFile> {
  return readAnswer<VideoFile>(await send('/api/v1/ad-videos/files', file, watch));
}

/** By XMLHttpRequest, as `fetch` does not tell how far an upload has come. */
function send(path: string, file: Blob, { onProgress, signal }: Watch): Promise<Response> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    signal?.addEventListener('abort', abort);
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(answerOf(request));
    request.onerror = () => reject(offline());
    request.onabort = () => reject(signal?.reason ?? offline());
    request.onloadend = () => signal?.removeEventListener('abort', abort);
    request.open('POST', path);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    request.send(file);
  });
}

function answerOf(request: XMLHttpRequest): Response {
  const headers = new Headers();
  for (const name of ['content-type', 'retry-after', 'x-request-id']) {
    const value = request.getResponseHeader(name);
    if (value !== null) headers.set(name, value);
  }
  return new Response(request.responseText, { status: request.status, headers });
}
