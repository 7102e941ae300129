import { requireKept } from '@/lib/events/require-kept';
import { calendar } from '@/lib/platform/calendar';
import { readDb } from '@/lib/platform/database';
import { noFigures } from '../rules';
import type { Hours, HoursQuery } from '../schema';
import { type CounterRow, figuresOf, LOG_COUNTERS } from './read-counters';

const HOUR = 3_600_000;

/** The hours of a business day, from the log; a day on which clocks change has 23 or 25. Errors: events/past-retention. */
export async function listHours({ day, contentId }: HoursQuery): Promise<Hours> {
  await requireKept(day);
  const { startOf, endOf, zone } = calendar();
  const [start, end] = [startOf(day), endOf(day)];
  const { rows } = await readDb().$client.query<CounterRow & { hour: number }>(
    `select floor(extract(epoch from at - $2::timestamptz) / 3600)::int as hour, ${LOG_COUNTERS}
     from events where day = $1 ${contentId === undefined ? '' : 'and content_id = $3'} group by 1`,
    [day, start, ...(contentId === undefined ? [] : [contentId])],
  );
  const byHour = new Map(rows.map((row) => [row.hour, figuresOf(row)]));
  const hours = Math.ceil((end.getTime() - start.getTime()) / HOUR);
  const items = Array.from({ length: hours }, (_, hour) => ({
    startsAt: new Date(start.getTime() + hour * HOUR).toISOString(),
    ...(byHour.get(hour) ?? noFigures()),
  }));
  return { timeZone: zone, items };
}
