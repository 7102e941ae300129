import { bodyOf, bytesOf, FLIGHT_BYTES } from './cut-batch';
import type { Environment } from './environment';
import type { Receipt, SdkEvent } from './event';

/** `receipt` is there only when Boxoffice itself answered for each event. Status 0: no answer came. */
export type Answer = { status: number; detail: string; waitMilliseconds: number; receipt?: Receipt };

const TIMEOUT_MILLISECONDS = 30_000;
export const LONGEST_WAIT_MILLISECONDS = 3_600_000;

/** Sends one batch and reads the answer. Never throws. */
export async function postBatch(
  { fetch, after, now }: Environment,
  { endpoint, key }: { endpoint: string; key: string },
  events: readonly SdkEvent[],
): Promise<Answer> {
  const abort = new AbortController();
  const stopTimeout = after(TIMEOUT_MILLISECONDS, () => abort.abort());
  const body = bodyOf(events);
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body,
      keepalive: bytesOf(body) <= FLIGHT_BYTES,
      credentials: 'omit',
      signal: abort.signal,
    });
    const said = await response.json().catch(() => null);
    const answer = {
      status: response.status,
      detail: String(said?.detail ?? ''),
      waitMilliseconds: waitOf(response.headers.get('retry-after'), now()),
    };
    // The sign-in page of a hotel's network answers 200 as well: only a receipt for this batch lets events go.
    return response.ok && said?.received === events.length ? { ...answer, receipt: said } : answer;
  } catch (error) {
    return { status: 0, detail: String(error), waitMilliseconds: 0 };
  } finally {
    stopTimeout();
  }
}

/** Retry-After is in seconds or a date (RFC 9110). */
function waitOf(header: string | null, now: number): number {
  if (!header) return 0;
  const milliseconds = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return milliseconds > 0 ? Math.min(milliseconds, LONGEST_WAIT_MILLISECONDS) : 0;
}
