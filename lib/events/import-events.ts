import type { By } from '@/lib/accounts/actor';
import { appendAudit } from '@/lib/accounts/audit';
import type { Day } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { db } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { ensurePartitions } from './ensure-partitions';
import { eventErrors } from './errors';
import { recordItems } from './record-items';
import type { Acceptance } from './rules';
import { type ImportReceipt, MAX_EVENTS, MAX_IMPORT_DAYS, MAX_IMPORT_EVENTS } from './schema';

type ImportEvents = By & { text: string };
type Line = { line: number; item: unknown };

/**
 * Takes events of any past day as JSON lines, 500 at a time: what a day that is not closed gets is judged by its next
 * run, a closed one keeps its verdicts and pays the difference later (events rule 8). What was taken before is a
 * duplicate, so a file that broke off is sent again as it is. Errors: events/import-count, events/import-days.
 */
export async function importEvents({ text, actor, requestId, now }: ImportEvents): Promise<ImportReceipt> {
  const lines = linesOf(text);
  await preparePartitions(lines, now);
  const total: ImportReceipt = { received: 0, counted: 0, duplicate: 0, refused: 0, rejected: 0, items: [] };
  // Members and addresses are named by whoever may import; who sends says nothing about the viewers.
  const source = { keyId: null, trusted: true, memberId: null, address: '', userAgent: null };
  try {
    for (let from = 0; from < lines.length; from += MAX_EVENTS) {
      const part = lines.slice(from, from + MAX_EVENTS);
      const items = part.map(({ item }) => item);
      addTo(total, part, await recordItems({ items, pointerTo: '', source, now, acceptance: anyPast() }));
    }
  } finally {
    const { items: _, ...after } = total;
    await appendAudit(db(), {
      ...{ actor, action: 'events.imported', after, requestId },
      subject: { kind: 'events', id: 'import' },
    });
  }
  return total;
}

const DAY_MILLISECONDS = 86_400_000;
const HOUR_MILLISECONDS = 3_600_000;
/** Ten years: each day from the first event on gets a run of its own. */
const MAX_AGE_MILLISECONDS = 3653 * DAY_MILLISECONDS;

/** None older than the log that is kept: the day of such an event can no longer be judged. */
const anyPast = (): Acceptance => {
  const { EVENT_RETENTION_DAYS: kept = Infinity, EVENTS_MAX_AHEAD_SECONDS } = env();
  return {
    maxAgeMilliseconds: Math.min(MAX_AGE_MILLISECONDS, kept * DAY_MILLISECONDS - HOUR_MILLISECONDS),
    maxAheadMilliseconds: EVENTS_MAX_AHEAD_SECONDS * 1000,
  };
};

function linesOf(text: string): Line[] {
  // Eight million empty lines fit into a body; no more are cut than could be good.
  const cut = text.split('\n', 2 * MAX_IMPORT_EVENTS + 1);
  const lines = cut.flatMap((one, index) => (one.trim() === '' ? [] : [{ line: index + 1, item: readJson(one) }]));
  const count = cut.length > 2 * MAX_IMPORT_EVENTS ? cut.length : lines.length;
  if (count < 1 || count > MAX_IMPORT_EVENTS) throw eventErrors.importCount(count);
  return lines;
}

/** What is not JSON is no event; the shape says so. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Each day has its partition before its first event; days in between that get none need none. */
async function preparePartitions(lines: Line[], now: Date): Promise<void> {
  const days = new Set<Day>();
  for (const { item } of lines) {
    const at = typeof item === 'object' && item !== null && 'at' in item ? new Date(String(item.at)) : null;
    if (at && at <= now && now.getTime() - at.getTime() <= MAX_AGE_MILLISECONDS) days.add(calendar().dayOf(at));
  }
  if (days.size > MAX_IMPORT_DAYS) throw eventErrors.importDays(days.size);
  for (const day of [...days].sort()) await ensurePartitions({ from: day, to: day });
}

function addTo(total: ImportReceipt, part: Line[], receipt: Awaited<ReturnType<typeof recordItems>>): void {
  for (const key of ['received', 'counted', 'duplicate', 'refused', 'rejected'] as const) total[key] += receipt[key];
  for (const { index, pointer, ...item } of receipt.items) {
    const field = pointer?.replace(/^\/\d+/, '');
    total.items.push({ line: part[index]?.line ?? 0, ...item, ...(field && { pointer: field }) });
  }
}
