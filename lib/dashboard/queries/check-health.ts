import { PARTITIONS_AHEAD_DAYS, partitionName } from '@/lib/events/ensure-partitions';
import { addDays } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { db } from '@/lib/platform/database';

export type Health = { live: true; ready: boolean; checks: { name: string; ok: boolean; detail: string }[] };

/** Asks the database for a sign of life and whether the log has room for the days to come. Never throws. */
export async function checkHealth(now: Date): Promise<Health> {
  const today = calendar().dayOf(now);
  const needed = [partitionName(today), partitionName(addDays(today, PARTITIONS_AHEAD_DAYS - 1))];
  try {
    const { rows } = await db().$client.query<{ today: string | null; ahead: string | null }>(
      'select to_regclass($1)::text as today, to_regclass($2)::text as ahead',
      needed,
    );
    const found = rows[0] ?? { today: null, ahead: null };
    const partitions = found.today !== null && found.ahead !== null;
    const detail = partitions
      ? `made ${PARTITIONS_AHEAD_DAYS} days ahead`
      : 'missing: the daily run makes them; events are kept in the default partition until then';
    // Without its own partition a day still takes events, so the server stays ready.
    return {
      live: true,
      ready: true,
      checks: [
        { name: 'database', ok: true, detail: 'answers' },
        { name: 'partitions', ok: partitions, detail },
      ],
    };
  } catch {
    return {
      live: true,
      ready: false,
      checks: [{ name: 'database', ok: false, detail: 'does not answer; requests are refused with 503 until it does' }],
    };
  }
}
