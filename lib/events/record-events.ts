import { isbot } from 'isbot';
import { metrics } from '@/lib/platform/metrics';
import { eventErrors } from './errors';
import { judgeArrivals } from './judge-arrivals';
import type { EventSource } from './name-viewers';
import { type Candidate, type Rejection, readEvents } from './read-events';
import { MAX_EVENTS, type NotCounted, type Receipt } from './schema';
import { type Judged, keyOf, type Tally } from './store';
import { storeArrivals } from './store-arrivals';

/**
 * Takes one to 500 events: each new one is judged, stored and summed exactly once, whatever happens to the others.
 * Resolves after the commit. Errors: events/not-a-list, events/wrong-count.
 */
export async function recordEvents(body: unknown, source: EventSource, now: Date): Promise<Receipt> {
  const { items, pointerTo } = itemsOf(body);
  const { candidates, rejections } = await readEvents(items, pointerTo, source, now);
  const { fresh, repeated } = firstOfEach(candidates);
  const tally = tallyOf(rejections, repeated.length);
  const bot = source.userAgent !== null && isbot(source.userAgent);
  const judged = await judgeArrivals(fresh, bot);
  const stored = await storeArrivals({ judged, tally });
  const receipt = receiptOf(items.length, stored.judged, stored.inserted, [...repeated], rejections);
  tell(receipt);
  return receipt;
}

function tell({ counted, items }: Receipt): void {
  const { events } = metrics();
  if (counted > 0) events.inc({ outcome: 'counted' }, counted);
  for (const { reason } of items) events.inc({ outcome: reason ?? 'refused' });
}

function itemsOf(body: unknown): { items: unknown[]; pointerTo: string } {
  const listed = typeof body === 'object' && body !== null && 'events' in body ? body.events : body;
  if (!Array.isArray(listed)) throw eventErrors.notAList();
  if (listed.length < 1 || listed.length > MAX_EVENTS) throw eventErrors.wrongCount(listed.length);
  return { items: listed, pointerTo: Array.isArray(body) ? '' : '/events' };
}

/** Within one request, too, the same key is one event: the first. */
function firstOfEach(candidates: Candidate[]): { fresh: Candidate[]; repeated: Candidate[] } {
  const seen = new Set<string>();
  const fresh: Candidate[] = [];
  const repeated: Candidate[] = [];
  for (const candidate of candidates) {
    const key = keyOf(candidate);
    (seen.has(key) ? repeated : fresh).push(candidate);
    seen.add(key);
  }
  return { fresh, repeated };
}

function tallyOf(rejections: Rejection[], duplicates: number): Tally {
  const rejected = new Map<string, number>();
  for (const { reason } of rejections) rejected.set(reason, (rejected.get(reason) ?? 0) + 1);
  return { rejected, duplicates };
}

function receiptOf(
  received: number,
  judged: Judged[],
  inserted: Set<string>,
  repeated: Candidate[],
  rejections: Rejection[],
): Receipt {
  const items: NotCounted[] = [...rejections];
  const duplicates = [...repeated];
  for (const { candidate, reason } of judged) {
    if (!inserted.has(keyOf(candidate))) duplicates.push(candidate);
    else if (reason !== null) items.push({ index: candidate.index, id: candidate.id, outcome: 'refused', reason });
  }
  for (const { index, id } of duplicates) items.push({ index, id, outcome: 'duplicate', reason: 'duplicate' });
  const refused = items.length - duplicates.length - rejections.length;
  const counted = received - items.length;
  items.sort((a, b) => a.index - b.index);
  return { received, counted, duplicate: duplicates.length, refused, rejected: rejections.length, items };
}
