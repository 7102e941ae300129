import { calendarOf, type Day } from '@/lib/kernel/day';

/** An event of the model: what a client sends, and what is known of its viewer. */
export type ModelEvent = {
  id: string;
  type: 'click' | 'like' | 'unlike' | 'view' | 'ad-view';
  contentId: number;
  viewer: string;
  atMs: number;
  adPositionSeconds: number | null;
  bot: boolean;
  own: boolean;
};

export type ModelRules = { clickWindowMs: number; clickCap: number; viewWindowMs: number; viewCap: number };

/**
 * The rules once more, as plainly as they can be said, to hold the real thing against: each distinct event, in order
 * of time then id, against the last counted one of its viewer and content (and position), and the day's count so far.
 * Returns the reason of each click and view by id; null is counted.
 */
export function judgeAll(events: ModelEvent[], rules: ModelRules): Map<string, string | null> {
  const seoul = calendarOf('Asia/Seoul');
  const verdicts = new Map<string, string | null>();
  const counted = new Map<string, ModelEvent[]>();
  const distinct = [...new Map(events.map((event) => [event.id, event])).values()];
  const inOrder = distinct
    .filter((event) => event.type !== 'like' && event.type !== 'unlike')
    .sort((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1));
  for (const event of inOrder) {
    const key = [event.type, event.contentId, event.viewer, event.adPositionSeconds].join(' ');
    const before = counted.get(key) ?? [];
    const verdict = judgeOne(event, before, rules, (other) => seoul.dayOf(new Date(other.atMs)));
    verdicts.set(event.id, verdict);
    if (verdict === null) counted.set(key, [...before, event]);
  }
  return verdicts;
}

function judgeOne(
  event: ModelEvent,
  before: ModelEvent[],
  rules: ModelRules,
  dayOf: (event: ModelEvent) => Day,
): string | null {
  if (event.bot) return 'bot';
  if (event.own && event.type !== 'click') return 'own-content';
  const click = event.type === 'click';
  const last = before.at(-1);
  if (last && event.atMs - last.atMs < (click ? rules.clickWindowMs : rules.viewWindowMs))
    return click ? 'rapid-repeat' : 'repeat-view';
  const today = before.filter((other) => dayOf(other) === dayOf(event)).length;
  return today >= (click ? rules.clickCap : rules.viewCap) ? 'daily-cap' : null;
}

/** Who likes what in the end: the latest event of each viewer and content says so; equal times, the higher id. */
export function likedAtTheEnd(events: ModelEvent[]): Set<string> {
  const latest = new Map<string, ModelEvent>();
  for (const event of events) {
    if (event.bot || (event.type !== 'like' && event.type !== 'unlike')) continue;
    const key = `${event.contentId} ${event.viewer}`;
    const known = latest.get(key);
    if (!known || event.atMs > known.atMs || (event.atMs === known.atMs && event.id > known.id)) latest.set(key, event);
  }
  return new Set([...latest].filter(([, event]) => event.type === 'like').map(([key]) => key));
}
