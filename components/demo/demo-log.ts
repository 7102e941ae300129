import type { Receipt, SdkEvent, Trouble } from '@/sdk/event';

export type Outcome = 'counted' | 'duplicate' | 'refused' | 'rejected';

/** Events of one request, side by side in it, that got the same answer for the same thing. */
export type LogLine = { event: SdkEvent; outcome: Outcome; reason: string | null; count: number };

export type Answered = {
  kind: 'answered';
  number: number;
  at: string;
  tookMilliseconds: number;
  /** Sent by the button, not by the SDK. */
  again: boolean;
  receipt: Receipt;
  lines: LogLine[];
};

export type Failed = { kind: 'failed'; number: number; at: string; trouble: Trouble; tries: number };

export type DemoLog = {
  /** Ids of events that were made here and have no answer yet. */
  waiting: string[];
  /** Newest first. */
  entries: (Answered | Failed)[];
  lastBatch: SdkEvent[];
  totals: Record<Outcome | 'received', number>;
};

export type DemoAction =
  | { kind: 'made'; ids: string[] }
  | { kind: 'answered'; at: string; tookMilliseconds: number; again: boolean; receipt: Receipt; events: SdkEvent[] }
  | { kind: 'failed'; at: string; trouble: Trouble };

export const EMPTY_LOG: DemoLog = {
  waiting: [],
  entries: [],
  lastBatch: [],
  totals: { received: 0, counted: 0, refused: 0, duplicate: 0, rejected: 0 },
};

const KEPT_ENTRIES = 30;

/** The log after something happened. */
export function demoLog(log: DemoLog, action: DemoAction): DemoLog {
  if (action.kind === 'made') return { ...log, waiting: [...log.waiting, ...action.ids] };
  const number = (log.entries[0]?.number ?? 0) + 1;
  const done = new Set((action.kind === 'answered' ? action.events : action.trouble.dropped).map((event) => event.id));
  const waiting = log.waiting.filter((id) => !done.has(id));
  if (action.kind === 'failed') return { ...log, waiting, entries: withFailure(log.entries, { ...action, number }) };
  const { events, ...answer } = action;
  const entry = { ...answer, number, lines: linesOf(events, action.receipt) };
  return {
    waiting,
    entries: [entry, ...log.entries].slice(0, KEPT_ENTRIES),
    lastBatch: events,
    totals: add(log.totals, action.receipt),
  };
}

/** The same trouble again is one entry that counts its tries. */
function withFailure(entries: DemoLog['entries'], failure: Omit<Failed, 'tries'>): DemoLog['entries'] {
  const [latest, ...earlier] = entries;
  const same =
    latest?.kind === 'failed' &&
    latest.trouble.reason === failure.trouble.reason &&
    latest.trouble.status === failure.trouble.status;
  if (same) return [{ ...failure, number: latest.number, tries: latest.tries + 1 }, ...earlier];
  return [{ ...failure, tries: 1 }, ...entries].slice(0, KEPT_ENTRIES);
}

function linesOf(events: SdkEvent[], receipt: Receipt): LogLine[] {
  const verdicts = new Map(receipt.items.map((item) => [item.index, item]));
  const lines: LogLine[] = [];
  events.forEach((event, index) => {
    const verdict = verdicts.get(index);
    const line = { event, outcome: verdict?.outcome ?? 'counted', reason: verdict?.reason ?? null, count: 1 } as const;
    const last = lines.at(-1);
    if (last && nameOf(last) === nameOf(line)) last.count++;
    else lines.push({ ...line });
  });
  return lines;
}

function nameOf({ event, outcome, reason }: LogLine): string {
  return [event.type, event.contentId, event.adPositionSeconds, outcome, reason].join(' ');
}

function add(totals: DemoLog['totals'], receipt: Receipt): DemoLog['totals'] {
  return {
    received: totals.received + receipt.received,
    counted: totals.counted + receipt.counted,
    refused: totals.refused + receipt.refused,
    duplicate: totals.duplicate + receipt.duplicate,
    rejected: totals.rejected + receipt.rejected,
  };
}
