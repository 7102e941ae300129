import { z } from 'zod';
import { DayText, ExternalId, InstantText, listOf, OpaqueId, PRINTABLE, paging } from '@/lib/kernel/fields';
import { type EventType, REASON_CODES, type Reason, TYPE_CODES } from './codes';

export const MAX_EVENTS = 500;
/** Of one import. */
export const MAX_IMPORT_EVENTS = 10_000;
export const MAX_IMPORT_BYTES = 8 * 1024 * 1024;
export const MAX_IMPORT_DAYS = 400;

export const EventTypeName = z.enum(Object.keys(TYPE_CODES) as [EventType, ...EventType[]]);

/** One event as a client sends it. `at` is the time of the event, not of the sending. */
export const EventInput = z
  .object({
    id: z.guid('is no UUID; make one for each event and keep it when you send again'),
    type: EventTypeName,
    contentId: z.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
    externalId: ExternalId.optional(),
    viewerId: OpaqueId.optional(),
    anonymousId: OpaqueId.optional(),
    at: InstantText,
    adPositionSeconds: z.number().int().nonnegative().max(1_000_000).optional(),
    adVideoId: z.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
    viewerIp: z.string().max(45).optional(),
    viewerToken: z.string().max(2000).optional(),
  })
  .superRefine((event, context) => {
    if (event.contentId === undefined && event.externalId === undefined)
      miss(context, 'contentId', 'is missing; send contentId or externalId');
    if (event.viewerId === undefined && event.anonymousId === undefined)
      miss(context, 'viewerId', 'is missing; send viewerId or anonymousId');
    if (event.type === 'ad-view' && event.adPositionSeconds === undefined)
      miss(context, 'adPositionSeconds', 'is missing; an ad-view needs its position in the video');
  });
export type EventInput = z.infer<typeof EventInput>;

function miss(context: z.RefinementCtx, field: string, message: string): void {
  context.addIssue({ code: 'custom', path: [field], message });
}

export type RejectReason = 'invalid' | 'unknown-content' | 'too-old' | 'in-the-future';

/** What became of one event that was not counted. */
export const NotCounted = z.object({
  index: z.number().int(),
  id: z.string().nullable(),
  outcome: z.enum(['duplicate', 'refused', 'rejected']),
  reason: z.string().optional(),
  pointer: z.string().optional(),
  detail: z.string().optional(),
});
export type NotCounted = z.infer<typeof NotCounted>;

/** received = counted + refused + duplicate + rejected, always (I11). */
export const Receipt = z.object({
  received: z.number().int(),
  counted: z.number().int(),
  duplicate: z.number().int(),
  refused: z.number().int(),
  rejected: z.number().int(),
  items: z.array(NotCounted),
});
export type Receipt = z.infer<typeof Receipt>;

/** The same of an import; `line` counts from 1, empty lines too. */
export const ImportReceipt = Receipt.omit({ items: true }).extend({
  items: z.array(
    NotCounted.omit({ index: true, pointer: true }).extend({ line: z.number().int(), pointer: z.string().optional() }),
  ),
});
export type ImportReceipt = z.infer<typeof ImportReceipt>;

/** What a fold did. Everything acknowledged before `countedUpTo` (ISO 8601) is in the figures. */
export const Refreshed = z.object({
  foldedEvents: z.number().int(),
  countedUpTo: z.string(),
  tookMilliseconds: z.number().int(),
});
export type Refreshed = z.infer<typeof Refreshed>;

/** Which events of a day to list. `hour` counts from the start of the day; `outcome` is counted, refused or one reason. */
export const EventQuery = z.object({
  day: DayText,
  contentId: z.coerce.number().int().positive().optional(),
  viewer: z.string().min(1).max(80).regex(PRINTABLE, 'is no viewer').optional(),
  type: EventTypeName.optional(),
  outcome: z.string().max(40).optional(),
  hour: z.coerce.number().int().min(0).max(24).optional(),
  ...paging(),
});
export type EventQuery = z.infer<typeof EventQuery>;

/** An event of the log; `reason` is null when it counted. */
export const LoggedEvent = z.object({
  id: z.string(),
  at: z.string(),
  type: EventTypeName,
  contentId: z.number().int(),
  title: z.string(),
  viewer: z.string(),
  reason: z.string().nullable(),
  adPositionSeconds: z.number().int().nullable(),
  adVideoId: z.number().int().nullable(),
});
export type LoggedEvent = z.infer<typeof LoggedEvent>;
export const EventList = listOf(LoggedEvent);

export const Run = z.object({
  id: z.number().int(),
  kind: z.string(),
  day: z.string().nullable(),
  attempt: z.number().int(),
  state: z.enum(['running', 'succeeded', 'failed']),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  tookMilliseconds: z.number().int().nullable(),
  rowsIn: z.number().int().nullable(),
  rowsOut: z.number().int().nullable(),
  verdictsChanged: z.number().int().nullable(),
  checksumIn: z.string().nullable(),
  checksumOut: z.string().nullable(),
  steps: z.record(z.string(), z.number()).nullable(),
  /** Ranges of contents that are done, of how many, and the rows of the log in them. */
  progress: z.object({ done: z.number().int(), of: z.number().int(), rows: z.number().int() }).nullable(),
  tariffVersion: z.number().int().nullable(),
  linesBefore: z.string().nullable(),
  linesAfter: z.string().nullable(),
  linesChanged: z.number().int().nullable(),
  error: z.string().nullable(),
});
export type Run = z.infer<typeof Run>;
export const RunList = listOf(Run);
export const RunQuery = z.object({
  day: DayText.optional(),
  ...paging(),
});
export const RunRequest = z.object({ day: DayText });
export const RunQueued = z.object({ day: z.string(), queued: z.literal(true) });

export const REASONS = Object.keys(REASON_CODES) as [Reason, ...Reason[]];
