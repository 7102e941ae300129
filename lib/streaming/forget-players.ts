import type { Database } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';

/** A day longer than a heartbeat may be late, so that one which still comes cannot be taken for an old player's next. */
const SPARE_HOURS = 24;
const AT_ONCE = 10_000;

// Where the viewer was outlives the player; whichever of a viewer's players told last says it.
const FORGET = `with gone as (
  delete from watch_players where ctid = any(array(
    select ctid from watch_players where at < $1 order by at limit ${AT_ONCE} for update skip locked))
  returning content_id, viewer, position_seconds, at
), kept as (
  insert into watch_positions as p (content_id, viewer, position_seconds, at)
  select distinct on (content_id, viewer) * from gone where position_seconds is not null order by content_id, viewer, at desc
  on conflict (content_id, viewer) do update set position_seconds = excluded.position_seconds, at = excluded.at
  where p.at < excluded.at
)
select count(*)::int as forgotten from gone`;

/** Forgets players that fell silent, in short transactions, and returns how many. Time watched and positions stay. */
export async function forgetPlayers(db: Pick<Database, '$client'>, now: Date): Promise<number> {
  const before = new Date(now.getTime() - (env().EVENTS_MAX_AGE_HOURS + SPARE_HOURS) * 3_600_000);
  for (let forgotten = 0; ; ) {
    const { rows } = await db.$client.query<{ forgotten: number }>(FORGET, [before]);
    const gone = rows[0]?.forgotten ?? 0;
    forgotten += gone;
    if (gone < AT_ONCE) return forgotten;
  }
}
