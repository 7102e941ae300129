import { addDays, type Day } from '@/lib/kernel/day';
import { DomainError } from '@/lib/kernel/error';
import { calendar } from '@/lib/platform/calendar';
import { batchDb } from '@/lib/platform/database';
import { closeDays } from './close-days';
import { ensurePartitions, partitionRange } from './ensure-partitions';
import { foldDeltas } from './fold-deltas';
import { type Afterwards, settleDay } from './settle-day';

export type DailyRun = { settled: Day[]; failed: { day: Day; error: string }[]; closed: Day[]; partitionsMade: number };

/**
 * What the daily cron does: partitions ahead, each past day that is new or dirty settled in order, each that no event
 * can reach any more closed. A day that fails or is being settled elsewhere does not keep the others from theirs.
 */
export async function runDaily(at: Date, afterwards?: Afterwards): Promise<DailyRun> {
  const today = calendar().dayOf(at);
  const partitionsMade = await ensurePartitions(partitionRange(today));
  await foldDeltas(batchDb());
  await openPastDays(today);
  const settled: Day[] = [];
  const failed: DailyRun['failed'] = [];
  for (let day = await nextToSettle(today, null); day; day = await nextToSettle(today, day)) {
    try {
      await settleDay(day, at, afterwards);
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
