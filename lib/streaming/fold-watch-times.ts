import type { Database } from '@/lib/platform/database';

const AT_ONCE = 10_000;

// What the days were given since the last fold goes to their weeks and months, and to the day's total. A row that a writer holds is left to the
// next fold; locked rows are their latest, so nothing that is added meanwhile is lost or added twice.
const FOLD = `with due as materialized (
  select start_on, content_id, unfolded_milliseconds as ms from watch_times
  where grain = 'd' and unfolded_milliseconds > 0 order by start_on, content_id limit ${AT_ONCE} for update skip locked
), emptied as (
  update watch_times t set unfolded_milliseconds = 0 from due
  where t.grain = 'd' and t.start_on = due.start_on and t.content_id = due.content_id
), totals as (
  insert into watch_day_totals as t (day, milliseconds) select start_on, sum(ms) from due group by 1 order by 1
  on conflict (day) do update set milliseconds = t.milliseconds + excluded.milliseconds
), folded as (
  insert into watch_times as t (grain, start_on, content_id, milliseconds)
  select p.grain, p.start_on, content_id, sum(ms)
  from due, lateral (values ('w', date_trunc('week', start_on::timestamp)::date), ('m', date_trunc('month', start_on::timestamp)::date)) as p (grain, start_on)
  group by 1, 2, 3 order by 1, 2, 3
  on conflict (grain, start_on, content_id) do update set milliseconds = t.milliseconds + excluded.milliseconds
)
select count(*)::int as folded from due`;

/** Adds the time watched on each day to its week (from Monday), its month and the day's total, and returns of how many contents and days. */
export async function foldWatchTimes(db: Pick<Database, '$client'>): Promise<number> {
  for (let folded = 0; ; ) {
    const { rows } = await db.$client.query<{ folded: number }>({ name: 'fold-watch-times', text: FOLD });
    const found = rows[0]?.folded ?? 0;
    folded += found;
    if (found < AT_ONCE) return folded;
  }
}
