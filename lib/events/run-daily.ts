import { addDays, type Day } from '@/lib/kernel/day';
import { DomainError } from '@/lib/kernel/error';
import { calendar } from '@/lib/platform/calendar';
import { batchDb } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { ensurePartitions, partitionRange } from './ensure-partitions';
import { foldDeltas } from './fold-deltas';
import { settleDay } from './settle-day';

export type DailyRun = { settled: Day[]; failed: { day: Day; error: string }[]; closed: Day[]; partitionsMade: number };

/** After the last event of a day can be accepted, requests that began before may still be committing. */
const CLOSING_MARGIN_MILLISECONDS = 10 * 60_000;

/**
 * What the daily cron does: partitions ahead, each past day that is new or dirty settled in order, each that no event
 * can reach any more closed. A day that fails or is being settled elsewhere does not keep the others from theirs.
 */
export async function runDaily(at: Date): Promise<DailyRun> {
  const today = calendar().dayOf(at);
  const partitionsMade = await ensurePartitions(partitionRange(today));
  await foldDeltas();
  await openPastDays(today);
  const settled: Day[] = [];
  const failed: DailyRun['failed'] = [];
  for (let day = await nextToSettle(today, null); day; day = await nextToSettle(today, day)) {
    try {
      await settleDay(day, at);
      settled.push(day);
    } catch (error) {
      failed.push({ day, error: error instanceof DomainError ? error.code : String(error) });
    }
  }
  return { settled, failed, closed: await closeDays(at), partitionsMade };
}

/** Every past day since the first one known gets its row, also one on which nothing happened. */
async function openPastDays(today: Day): Promise<void> {
  await batchDb().$client.query(
    `insert into days (day) select generate_series(coalesce(min(day), $1::date), $1::date, '1 day')::date from days on conflict do nothing`,
    [addDays(today, -1)],
  );
}

/** Asked anew after each day, since settling one may dirty the next. */
async function nextToSettle(today: Day, after: Day | null): Promise<Day | null> {
  const { rows } = await batchDb().$client.query<{ day: Day }>(
    `select day from days where day < $1 and day > coalesce($2::date, '-infinity') and (state = 'open' or (state = 'settled' and dirty))
     order by day limit 1`,
    [today, after],
  );
  return rows[0]?.day ?? null;
}

/** Settlement rule 5: a settled day closes by itself once no event for it can be accepted any more. */
async function closeDays(at: Date): Promise<Day[]> {
  const reach = env().EVENTS_MAX_AGE_HOURS * 3_600_000 + CLOSING_MARGIN_MILLISECONDS;
  const open = calendar().dayOf(new Date(at.getTime() - reach)); // this day can still be reached, those before cannot
  const { rows } = await batchDb().$client.query<{ day: Day }>(
    `update days d set state = 'closed', closed_at = $2 where day < $1 and state = 'settled' and not dirty
       and not exists (select from event_deltas x where x.day = d.day) returning day`,
    [open, at],
  );
  return rows.map((row) => row.day).sort();
}
