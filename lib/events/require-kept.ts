import type { Day } from '@/lib/kernel/day';
import { readDb } from '@/lib/platform/database';
import { eventErrors } from './errors';

/** Whoever opens a figure down to its events is told when they are no longer there. Errors: events/past-retention. */
export async function requireKept(day: Day): Promise<void> {
  const { rows } = await readDb().$client.query<{ at: Date }>(
    'select events_dropped_at as at from days where day = $1 and events_dropped_at is not null',
    [day],
  );
  if (rows[0]) throw eventErrors.pastRetention(day, rows[0].at.toISOString());
}
