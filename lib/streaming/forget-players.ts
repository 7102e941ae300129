import type { Database } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';

/** A day longer than a heartbeat may be late, so that one which still comes cannot be taken for an old player's next. */
const SPARE_HOURS = 24;
const AT_ONCE = 10_000;

/** Forgets players that fell silent, in short transactions, and returns how many. Time watched and positions stay. */
export async function forgetPlayers(db: Pick<Database, '$client'>, now: Date): Promise<number> {
  const before = new Date(now.getTime() - (env().EVENTS_MAX_AGE_HOURS + SPARE_HOURS) * 3_600_000);
  for (let forgotten = 0; ; ) {
    const { rowCount } = await db.$client.query(
      `delete from watch_players where ctid = any(array(
        select ctid from watch_players where at < $1 order by at limit ${AT_ONCE} for update skip locked))`,
      [before],
    );
    forgotten += rowCount ?? 0;
    if ((rowCount ?? 0) < AT_ONCE) return forgotten;
  }
}
