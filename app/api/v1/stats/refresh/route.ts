import { foldDeltas } from '@/lib/events/fold-deltas';
import { Refreshed } from '@/lib/events/schema';
import { route } from '@/lib/http/route';
import { db, replicaState } from '@/lib/platform/database';
import { foldWatchTimes } from '@/lib/streaming/fold-watch-times';

/** How long Refresh waits for the copy that the charts are read from. */
const REPLICA_GRACE_MILLISECONDS = 2000;

export const POST = route({
  summary: 'Brings the figures up to now.',
  scope: ['stats:refresh', 'streaming:read'],
  response: Refreshed,
  handle: async () => {
    await foldWatchTimes(db());
    const refreshed = await foldDeltas();
    await replicaState(REPLICA_GRACE_MILLISECONDS);
    return refreshed;
  },
});
