import { foldDeltas } from '@/lib/events/fold-deltas';
import { Refreshed } from '@/lib/events/schema';
import { route } from '@/lib/http/route';

export const POST = route({
  summary: 'Brings the figures up to now.',
  scope: 'stats:refresh',
  response: Refreshed,
  handle: () => foldDeltas(),
});
