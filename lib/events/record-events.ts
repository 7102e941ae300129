import { eventErrors } from './errors';
import type { EventSource } from './name-viewers';
import { recordItems } from './record-items';
import { MAX_EVENTS, type Receipt } from './schema';

/**
 * Takes one to 500 events: each new one is judged, stored and summed exactly once, whatever happens to the others.
 * Resolves after the commit. Errors: events/not-a-list, events/wrong-count.
 */
export async function recordEvents(body: unknown, source: EventSource, now: Date): Promise<Receipt> {
  return recordItems({ ...itemsOf(body), source, now });
}

function itemsOf(body: unknown): { items: unknown[]; pointerTo: string } {
  const listed = typeof body === 'object' && body !== null && 'events' in body ? body.events : body;
  if (!Array.isArray(listed)) throw eventErrors.notAList();
  if (listed.length < 1 || listed.length > MAX_EVENTS) throw eventErrors.wrongCount(listed.length);
  return { items: listed, pointerTo: Array.isArray(body) ? '' : '/events' };
}
