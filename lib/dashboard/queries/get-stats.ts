import { type Day, daysOf } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { type Database, readDb, secondsBehind } from '@/lib/platform/database';
import { checkRange } from '../check-range';
import { type DayFigures, groupDays, noFigures, sumFigures } from '../rules';
import { MAX_DAYS, MAX_VIEWER_DAYS, type Stats, type StatsQuery } from '../schema';
import { COUNTERS, type CounterRow, figuresOf, LOG_COUNTERS } from './read-counters';
import { readDayStates } from './read-day-states';

/** Figures per day, week or month, oldest first, every period of the range present. Error: dashboard/wrong-range. */
export async function getStats(query: StatsQuery): Promise<Stats> {
  checkRange(query, query.viewerId === undefined ? MAX_DAYS : MAX_VIEWER_DAYS);
  // One of the two throughout: figures of a copy are never given the watermark of the primary.
  const from = readDb();
  const [rows, states] = await Promise.all([readFigures(query, from), readDayStates(query, from)]);
  const byDay = new Map(rows.map((row) => [row.day, figuresOf(row)]));
  const days: DayFigures[] = daysOf(query).map((day) => ({
    ...(byDay.get(day) ?? noFigures()),
    day,
    final: states.final.has(day),
  }));
  return {
    timeZone: calendar().zone,
    countedUpTo: states.countedUpTo.toISOString(),
    behindSeconds: secondsBehind(),
    items: groupDays(days, query.group),
    totals: sumFigures(days),
  };
}

type DayRow = CounterRow & { day: Day };

async function readFigures(query: StatsQuery, from: Database): Promise<DayRow[]> {
  const [text, values] = questionOf(query);
  const { rows } = await from.$client.query<DayRow>(text, values);
  return rows;
}

function questionOf({ contentId, viewerId, from, to }: StatsQuery): [string, unknown[]] {
  if (viewerId !== undefined) {
    const content = contentId === undefined ? '' : 'and content_id = $4';
    return [
      `select day, ${LOG_COUNTERS} from events where viewer = $1 and day between $2 and $3 ${content} group by day`,
      [`m:${viewerId}`, from, to, ...(contentId === undefined ? [] : [contentId])],
    ];
  }
  if (contentId === undefined)
    return [`select day, ${COUNTERS} from day_totals where day between $1 and $2`, [from, to]];
  // Each day is one look-up by primary key; a range would read every content of every day.
  return [
    `select start_on as day, ${COUNTERS} from summaries where grain = 'd' and content_id = $1 and start_on = any($2::date[])`,
    [contentId, daysOf({ from, to })],
  ];
}
