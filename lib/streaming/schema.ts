import { z } from 'zod';

export const MAX_HEARTBEATS = 500;

const opaqueId = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'has control characters; send printable ones');
const seconds = z.number('is no number of seconds').min(0, 'is below zero').max(10_000_000, 'is too large');

/**
 * What a player tells of itself at one moment. Figures are absolute, so that a lost or repeated one does no harm:
 * `watchedSeconds` is all that this player has played so far, and `playerId` is new for each player.
 */
export const Heartbeat = z
  .object({
    contentId: z.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
    externalId: opaqueId.max(200).optional(),
    viewerId: opaqueId.optional(),
    anonymousId: opaqueId.optional(),
    viewerToken: z.string().max(2000).optional(),
    viewerIp: z.string().max(45).optional(),
    playerId: opaqueId,
    positionSeconds: seconds,
    watchedSeconds: seconds,
    stopped: z.boolean().default(false),
    at: z.iso.datetime({
      offset: true,
      error: 'is no ISO 8601 time with an offset, such as 2026-11-21T14:03:10.250+09:00',
    }),
  })
  .superRefine((beat, context) => {
    const miss = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (beat.contentId === undefined && beat.externalId === undefined)
      miss('contentId', 'is missing; send contentId or externalId');
    if (beat.viewerId === undefined && beat.anonymousId === undefined)
      miss('viewerId', 'is missing; send viewerId or anonymousId');
  });
export type Heartbeat = z.infer<typeof Heartbeat>;

export const HeartbeatRejection = z.object({
  index: z.number().int(),
  reason: z.enum(['invalid', 'unknown-content', 'not-a-video', 'too-old', 'in-the-future']),
  pointer: z.string(),
  detail: z.string(),
});
export type HeartbeatRejection = z.infer<typeof HeartbeatRejection>;

/** received = accepted + rejected, always. */
export const WatchReceipt = z.object({
  received: z.number().int(),
  accepted: z.number().int(),
  rejected: z.number().int(),
  items: z.array(HeartbeatRejection),
});
export type WatchReceipt = z.infer<typeof WatchReceipt>;

/** For whom a video is opened: named as in a heartbeat, so that the same viewer goes on. */
export const VideoQuery = z.object({
  viewerId: opaqueId.optional(),
  anonymousId: opaqueId.optional(),
  viewerToken: z.string().max(2000).optional(),
});
export type VideoQuery = z.infer<typeof VideoQuery>;

/** An id in a path. What is no id names nothing. */
export const VideoPath = z.object({ id: z.string() });

/** What a player needs. `views` are those before the move and those counted since; `resumeAtSeconds` is 0 for the start. */
export const Video = z.object({
  id: z.number().int(),
  title: z.string(),
  durationSeconds: z.number().int(),
  creator: z.object({ id: z.number().int(), name: z.string() }).nullable(),
  views: z.number().int(),
  adPositionsSeconds: z.array(z.number().int()),
  resumeAtSeconds: z.number().int(),
});
export type Video = z.infer<typeof Video>;
