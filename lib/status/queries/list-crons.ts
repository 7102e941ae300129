import { db } from '@/lib/platform/database';
import type { CronState } from '../schema';

/** A cron that began longer ago than this is called by nobody any more; twice what lies between two calls, and a little. */
const LATE_AFTER_SECONDS: Record<string, number> = { minute: 300, daily: 26 * 3600 };

/** When each cron last began, ended and failed; one that never ran is not there. */
export async function listCrons(now: Date): Promise<CronState[]> {
  const { rows } = await db().$client.query<Row>(
    'select name, began_at as "beganAt", ended_at as "endedAt", failed_at as "failedAt", error from crons order by name desc',
  );
  return rows.map(({ name, beganAt, endedAt, failedAt, error }) => ({
    name,
    beganAt: beganAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    failedAt: failedAt?.toISOString() ?? null,
    error,
    late: now.getTime() - beganAt.getTime() > (LATE_AFTER_SECONDS[name] ?? Infinity) * 1000,
  }));
}

type Row = { name: string; beganAt: Date; endedAt: Date | null; failedAt: Date | null; error: string | null };
