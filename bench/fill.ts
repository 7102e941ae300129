import { ensurePartitions } from '@/lib/events/ensure-partitions';
import { addDays, type Day, daysOf } from '@/lib/kernel/day';
import type { Stage } from './stage';

export type Filling = { from: Day; to: Day; events: number; contents: number; viewers: number };

/** Writes events straight into the log, evenly over the days, most of them on few contents; nothing is judged or summed yet. */
export async function fillLog(stage: Stage, { from, to, events, contents, viewers }: Filling): Promise<void> {
  const days = daysOf({ from, to });
  await ensurePartitions({ from: addDays(from, -1), to });
  await stage.query(
    `insert into contents (title, kind, duration_seconds) select 'content ' || n, 'video', 900 from generate_series((select count(*) + 1 from contents), $1::bigint) n`,
    [contents],
  );
  for (const day of days) {
    await stage.query(
      `insert into events (day, content_id, id, type, reason, viewer, at)
       select $1::date, 1 + floor(power(random(), 2) * $3::int)::bigint, gen_random_uuid(), case when random() < 0.7 then 1 else 4 end, 0,
         'm:member-' || floor(random() * $4::int), ($1::date::timestamp at time zone 'Asia/Seoul') + random() * interval '86399 seconds'
       from generate_series(1, $2::int)`,
      [day, Math.round(events / days.length), contents, viewers],
    );
  }
  await stage.query('analyze events');
}
