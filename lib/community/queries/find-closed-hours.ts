import { closedHours } from '@/db/schema/community';
import type { Db } from '@/lib/platform/database';
import type { ClosedHours } from '../rules';

/** The hours in which members' posts are not taken; null when there are none. */
export async function findClosedHours(db: Db): Promise<ClosedHours | null> {
  const [row] = await db.select().from(closedHours);
  if (!row || row.fromMinute === null || row.untilMinute === null) return null;
  return { fromMinute: row.fromMinute, untilMinute: row.untilMinute };
}
