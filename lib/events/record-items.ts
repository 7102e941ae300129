import { isbot } from 'isbot';
import { metrics } from '@/lib/platform/metrics';
import { judgeArrivals } from './judge-arrivals';
import type { EventSource } from './name-viewers';
import { type Candidate, type Rejection, readEvents } from './read-events';
import type { Acceptance } from './rules';
import type { NotCounted, Receipt } from './schema';
import { type Judged, keyOf, type Tally } from './store';
import { storeArrivals } from './store-arrivals';

type RecordItems = {
  items: unknown[];
  /** JSON pointer of the list that the items are in. */
  pointerTo: string;
  source: EventSource;
  now: Date;
  /** How old and how far ahead they may be; as configured when left out. */
  acceptance?: Acceptance;
};

/**
 * Takes up to 500 items: each new event is judged, stored and summed exactly once, whatever happens to the others.
 * Resolves after the commit.
 */
export async function recordItems({ items, pointerTo, source, now, acceptance }: RecordItems): Promise<Receipt> {
  const { candidates, rejections } = await readEvents(items, pointerTo, source, now, acceptance);
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
