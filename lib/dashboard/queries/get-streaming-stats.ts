import { type Day, daysOf, type Grain, periodOf } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { checkRange } from '../check-range';
import { MAX_DAYS } from '../schema';
import type { StreamingQuery, StreamingStats } from '../streaming-schema';
import { getOwnVideo } from './get-own-video';
import { isFinalDay, readDayStates } from './read-day-states';
import { readWatchedDays, type WatchedDay } from './read-watched-days';

/**
 * Views, ad views and watch time per day, week or month, oldest first, every period of the range present. `creatorId`
 * null sees all. Errors: content/not-found, dashboard/wrong-range.
 */
export async function getStreamingStats(query: StreamingQuery, creatorId: number | null): Promise<StreamingStats> {
  checkRange(query, MAX_DAYS);
  const { contentId, group } = query;
  if (contentId !== undefined) await getOwnVideo(contentId, creatorId);
  const of = contentId !== undefined ? { contentId } : creatorId === null ? 'all' : { creatorId };
  const days = daysOf(query);
  const [watched, states] = await Promise.all([readWatchedDays(of, days), readDayStates(query)]);
  const all = days.map((day) => ({ ...(watched.get(day) ?? nothing(day)), final: isFinalDay(states, day) }));
  return {
    timeZone: calendar().zone,
    countedUpTo: states.countedUpTo.toISOString(),
    items: groupOf(all, group).map(({ milliseconds, refused: _, ...item }) => ({
      ...item,
      watchSeconds: secondsOf(milliseconds),
    })),
    totals: totalsOf(all),
  };
}

type Counted = WatchedDay & { final: boolean };

const nothing = (day: Day): WatchedDay => ({ day, views: 0, adViews: 0, milliseconds: 0, refused: {} });
const secondsOf = (milliseconds: number) => Math.floor(milliseconds / 1000);

/** A group at the edge of a range holds the range's days alone. */
function groupOf(days: Counted[], grain: Grain): Counted[] {
  const groups = new Map<Day, Counted>();
  for (const day of days) {
    const start = periodOf(grain, day.day).from;
    const group = groups.get(start);
    groups.set(start, group ? { ...sum(group, day), day: start } : { ...day, day: start });
  }
  return [...groups.values()];
}

function sum(a: Counted, b: Counted): Counted {
  const refused = { ...a.refused };
  for (const [reason, n] of Object.entries(b.refused)) refused[reason] = (refused[reason] ?? 0) + n;
  return {
    day: a.day,
    views: a.views + b.views,
    adViews: a.adViews + b.adViews,
    milliseconds: a.milliseconds + b.milliseconds,
    refused,
    final: a.final && b.final,
  };
}

function totalsOf(days: Counted[]): StreamingStats['totals'] {
  const { views, adViews, milliseconds, refused } = days.reduce(sum, {
    ...nothing(days[0]?.day ?? ('' as Day)),
    final: true,
  });
  const occurred = Object.entries(refused).filter(([, n]) => n > 0);
  return { views, adViews, watchSeconds: secondsOf(milliseconds), refused: Object.fromEntries(occurred) };
}
