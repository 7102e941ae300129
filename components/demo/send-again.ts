import { fetchJson } from '@/lib/http/client';
import type { Receipt, SdkEvent } from '@/sdk/event';
import type { DemoAction } from './demo-log';

/** Sends events that were answered before once more, as a careless client would; the SDK never does. Throws a Problem. */
export async function sendAgain(key: string, events: SdkEvent[]): Promise<DemoAction> {
  const start = performance.now();
  const headers = { authorization: `Bearer ${key}` };
  const receipt = await fetchJson<Receipt>('/api/v1/events', { json: { events }, headers });
  const tookMilliseconds = performance.now() - start;
  return { kind: 'answered', at: new Date().toISOString(), tookMilliseconds, again: true, receipt, events };
}
