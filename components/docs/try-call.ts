import type { SampleCall } from './sample-call';
import type { Tried } from './tried-answer';

const MOST_CHARACTERS = 20_000;

/** Sends a call to this server and reads what came of it. With a key the session's cookie stays at home. */
export async function tryCall({ method, url, mediaType, body }: SampleCall, key: string): Promise<Tried> {
  const began = performance.now();
  try {
    const response = await fetch(url, {
      method,
      credentials: key ? 'omit' : 'same-origin',
      headers: { ...(key && { authorization: `Bearer ${key}` }), ...(mediaType && { 'content-type': mediaType }) },
      ...(body !== null && { body }),
      signal: AbortSignal.timeout(20_000),
    });
    const text = shown(await response.text());
    return {
      status: response.status,
      requestId: response.headers.get('x-request-id'),
      milliseconds: Math.round(performance.now() - began),
      text,
    };
  } catch {
    return { status: 0, requestId: null, milliseconds: Math.round(performance.now() - began), text: '' };
  }
}

function shown(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2).slice(0, MOST_CHARACTERS);
  } catch {
    return text.slice(0, MOST_CHARACTERS);
  }
}
