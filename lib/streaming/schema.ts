import { z } from 'zod';
import { ExternalId, InstantText, OpaqueId } from '@/lib/kernel/fields';

export const MAX_HEARTBEATS = 500;

const seconds = z.number('is no number of seconds').min(0, 'is below zero').max(10_000_000, 'is too large');

/**
 * What a player tells of itself at one moment. Figures are absolute, so that a lost or repeated one does no harm:
 * `watchedSeconds` is all that this player has played so far, and `playerId` is new for each player.
 */
export const Heartbeat = z
  .object({
    contentId: z.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
    externalId: ExternalId.optional(),
    viewerId: OpaqueId.optional(),
    anonymousId: OpaqueId.optional(),
    viewerToken: z.string().max(2000).optional(),
    viewerIp: z.string().max(45).optional(),
    playerId: OpaqueId,
    positionSeconds: seconds,
    watchedSeconds: seconds,
    stopped: z.boolean().default(false),
    at: InstantText,
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
  viewerId: OpaqueId.optional(),
  anonymousId: OpaqueId.optional(),
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
