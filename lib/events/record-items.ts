import { isbot } from 'isbot';
import { metrics } from '@/lib/platform/metrics';
import { judgeArrivals } from './judge-arrivals';
import type { EventSource } from './name-viewers';
import { type Rejection, readEvents } from './read-events';
import type { Acceptance } from './rules';
import type { NotCounted, Receipt } from './schema';
import { type Stored, storeArrivals } from './store-arrivals';

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
  const bot = source.userAgent !== null && isbot(source.userAgent);
  const judged = await judgeArrivals(candidates, bot);
  const stored = await storeArrivals({ judged, rejected: countsOf(rejections) });
  const receipt = receiptOf(items.length, stored, rejections);
  tell(receipt);
  return receipt;
}

function tell({ counted, items }: Receipt): void {
  const { events } = metrics();
  if (counted > 0) events.inc({ outcome: 'counted' }, counted);
  for (const { reason } of items) events.inc({ outcome: reason ?? 'refused' });
}

function countsOf(rejections: Rejection[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { reason } of rejections) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return counts;
}

function receiptOf(received: number, { fresh, repeated }: Stored, rejections: Rejection[]): Receipt {
  const items: NotCounted[] = [...rejections];
  for (const { index, id } of repeated) items.push({ index, id, outcome: 'duplicate', reason: 'duplicate' });
  for (const { candidate, reason } of fresh)
    if (reason !== null) items.push({ index: candidate.index, id: candidate.id, outcome: 'refused', reason });
  items.sort((a, b) => a.index - b.index);
  return {
    received,
    counted: received - items.length,
    duplicate: repeated.length,
    refused: items.length - repeated.length - rejections.length,
    rejected: rejections.length,
    items,
  };
}
