import { z } from 'zod';
import { type EventType, REASON_CODES, type Reason, TYPE_CODES } from './codes';

export const MAX_EVENTS = 500;

const opaqueId = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'has control characters; send printable ones');

export const EventTypeName = z.enum(Object.keys(TYPE_CODES) as [EventType, ...EventType[]]);

/** One event as a client sends it. `at` is the time of the event, not of the sending. */
export const EventInput = z
  .object({
    id: z.guid('is no UUID; make one for each event and keep it when you send again'),
    type: EventTypeName,
    contentId: z.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
    externalId: opaqueId.max(200).optional(),
    viewerId: opaqueId.optional(),
    anonymousId: opaqueId.optional(),
    at: z.iso.datetime({
      offset: true,
      error: 'is no ISO 8601 time with an offset, such as 2026-11-21T14:03:10.250+09:00',
    }),
    adPositionSeconds: z.number().int().nonnegative().max(1_000_000).optional(),
    adVideoId: z.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
    viewerIp: z.string().max(45).optional(),
    viewerToken: z.string().max(2000).optional(),
  })
  .superRefine((event, context) => {
    const miss = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (event.contentId === undefined && event.externalId === undefined)
      miss('contentId', 'is missing; send contentId or externalId');
    if (event.viewerId === undefined && event.anonymousId === undefined)
      miss('viewerId', 'is missing; send viewerId or anonymousId');
    if (event.type === 'ad-view' && event.adPositionSeconds === undefined)
      miss('adPositionSeconds', 'is missing; an ad-view needs its position in the video');
  });
export type EventInput = z.infer<typeof EventInput>;

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

/** What a fold did. Everything acknowledged before `countedUpTo` (ISO 8601) is in the figures. */
export const Refreshed = z.object({
  foldedEvents: z.number().int(),
  countedUpTo: z.string(),
  tookMilliseconds: z.number().int(),
});
export type Refreshed = z.infer<typeof Refreshed>;

export const REASONS = Object.keys(REASON_CODES) as [Reason, ...Reason[]];
