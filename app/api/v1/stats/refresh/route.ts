import { foldDeltas } from '@/lib/events/fold-deltas';
import { Refreshed } from '@/lib/events/schema';
import { route } from '@/lib/http/route';
import { db } from '@/lib/platform/database';
import { foldWatchTimes } from '@/lib/streaming/fold-watch-times';

export const POST = route({
  summary: 'Brings the figures up to now.',
  scope: ['stats:refresh', 'streaming:read'],
  response: Refreshed,
  handle: async () => {
    await foldWatchTimes(db());
    return foldDeltas();
  },
});
