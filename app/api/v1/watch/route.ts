import { z } from 'zod';
import { afterResponse } from '@/lib/http/after-response';
import { eventSourceOf } from '@/lib/http/event-source';
import { options, route } from '@/lib/http/route';
import { recordBeats } from '@/lib/streaming/record-beats';
import { Heartbeat, MAX_HEARTBEATS, WatchReceipt } from '@/lib/streaming/schema';

export const OPTIONS = options;

const BEAT = { contentId: 2, viewerId: 'member-42', playerId: 'p1', positionSeconds: 30, watchedSeconds: 30 };

export const POST = route({
  summary:
    'Tells where players are: one heartbeat or an array of 1 to 500, in JSON or text/plain. Figures are absolute, so a lost or repeated one does no harm.',
  scope: 'watch:write',
  crossOrigin: true,
  body: z.unknown(),
  bodyShape: z.union([Heartbeat, z.array(Heartbeat).min(1).max(MAX_HEARTBEATS)]),
  example: (now) => ({ body: { ...BEAT, at: now.toISOString() } }),
  response: WatchReceipt,
  status: 202,
  handle: async ({ body, actor, request, now }) => {
    const receipt = await recordBeats(body, eventSourceOf(request, actor), now);
    afterResponse();
    return receipt;
  },
});
