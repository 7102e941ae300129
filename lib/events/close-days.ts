import type { Day } from '@/lib/kernel/day';
import { batchTransaction } from '@/lib/platform/batch-transaction';
import { calendar } from '@/lib/platform/calendar';
import { env } from '@/lib/platform/env';
import { holdOrderOfDays } from './hold-order-of-days';

/** After the last event of a day can be accepted, requests that began before may still be committing. */
export const CLOSING_MARGIN_MILLISECONDS = 10 * 60_000;

/**
 * Closes each settled day that no event can reach any more (settlement rule 5), oldest first: a day does not close
 * before the one before it. A day that is being settled right now is left for the next time. Returns what it closed.
 */
export async function closeDays(at: Date): Promise<Day[]> {
  const reach = env().EVENTS_MAX_AGE_HOURS * 3_600_000 + CLOSING_MARGIN_MILLISECONDS;
  const open = calendar().dayOf(new Date(at.getTime() - reach)); // this day can still be reached, those before cannot
  return batchTransaction(async (client) => {
    await holdOrderOfDays(client);
    const { rows } = await client.query<{ day: Day }>(CLOSE, [open, at]);
    return rows.map((row) => row.day).sort();
  });
}

// What was judged by the last run of a day stands from now on; what is not visible here yet keeps its mark and is late.
const CLOSE = `with ready as materialized (
  select day from days d where day < $1 and state = 'settled' and not dirty
    and not exists (select from event_deltas x where x.day = d.day)
  order by day for update skip locked
), standing as (
  delete from provisional_verdicts p using ready where p.day = ready.day
)
update days d set state = 'closed', closed_at = $2 where day in (select day from ready) and not exists (
  select from days earlier where earlier.day < d.day and earlier.state <> 'closed' and earlier.day not in (select day from ready)
) returning day`;
