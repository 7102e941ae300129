import type { Day } from '@/lib/kernel/day';
import { weekdayOf } from '@/lib/kernel/day';
import { momentOfDay } from './moment-of-day';
import { buildOddViewers } from './odd-viewers';
import { type Random, randomOf } from './random';

export type BuiltContent = {
  id: number;
  kind: 'article' | 'video';
  durationSeconds: number | null;
  ownerMemberId: string | null;
  publishedOn: Day;
};

export type BuiltEvent = {
  id: string;
  type: 'click' | 'like' | 'unlike' | 'view' | 'ad-view';
  content: BuiltContent;
  viewer: string;
  atMs: number;
  adPositionSeconds: number | null;
  /** How long the playback that a view begins goes on; 0 for all other events. */
  watchedSeconds: number;
  bot: boolean;
};

export type DayPlan = {
  day: Day;
  /** First instant of the day, and the instant up to which things have happened, in milliseconds. */
  startMs: number;
  untilMs: number;
  /** Days since the platform began; it grows. */
  age: number;
  contents: readonly BuiltContent[];
};

const DAY_MS = 86_400_000;
// Monday to Sunday.
const WEEKDAYS = [1, 0.96, 0.98, 1.02, 1.1, 1.32, 1.26];
const VISITS_A_DAY = 900;

/** A day as a young platform has them: weekends are busier, few contents get most of it, some viewers are machines. */
export function buildDayOfEvents(plan: DayPlan): BuiltEvent[] {
  const random = randomOf(`events of ${plan.day}`);
  const contents = plan.contents.filter((content) => content.publishedOn <= plan.day);
  const rhythm = WEEKDAYS[weekdayOf(plan.day) - 1] ?? 1;
  const visits = Math.round(VISITS_A_DAY * (0.6 + plan.age / 110) * rhythm * (0.92 + random.fraction() * 0.16));
  const events: BuiltEvent[] = [];
  for (let visit = 0; visit < visits; visit++) {
    const content = pickContent(contents, plan.day, random);
    if (content) events.push(...buildVisit(content, plan, random));
  }
  events.push(...buildOddViewers(plan));
  return events.filter((event) => event.atMs < plan.untilMs && event.atMs < plan.startMs + DAY_MS);
}

/** New ones draw more, and the rest follows a long tail. */
function pickContent(contents: readonly BuiltContent[], day: Day, random: Random): BuiltContent | undefined {
  const fresh = contents.filter((content) => content.publishedOn >= minusDays(day, 3));
  if (fresh.length > 0 && random.chance(0.22)) return fresh[random.below(fresh.length)];
  return contents[Math.floor(contents.length * random.fraction() ** 2.4)];
}

const minusDays = (day: Day, days: number) => new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10);

function buildVisit(content: BuiltContent, plan: DayPlan, random: Random): BuiltEvent[] {
  const viewer = pickViewer(content, random);
  const bot = random.chance(0.012);
  const startMs = plan.startMs + momentOfDay(random);
  const at = (seconds: number) => startMs + Math.round(seconds * 1000);
  const event = (type: BuiltEvent['type'], seconds: number, adPositionSeconds: number | null = null): BuiltEvent => {
    return { id: random.uuid(), type, content, viewer, atMs: at(seconds), adPositionSeconds, watchedSeconds: 0, bot };
  };
  const events = [event('click', 0)];
  // An impatient finger: the second click comes within a second and is refused.
  if (random.chance(0.05)) events.push(event('click', 0.2 + random.fraction() * 0.6));
  if (content.kind === 'video' && random.chance(0.7)) events.push(...buildPlayback(content, event, random));
  if (random.chance(0.11)) events.push(event('like', 8 + random.below(240)));
  if (random.chance(0.012)) events.push(event('unlike', 300 + random.below(600)));
  return events;
}

type MakeEvent = (type: BuiltEvent['type'], seconds: number, adPositionSeconds?: number | null) => BuiltEvent;

function buildPlayback(content: BuiltContent, event: MakeEvent, random: Random): BuiltEvent[] {
  const begin = 1 + random.fraction() * 4;
  const events = [event('view', begin)];
  // A reload within half a minute is the same view.
  if (random.chance(0.06)) events.push(event('view', begin + 4 + random.fraction() * 20));
  const watchedSeconds = (content.durationSeconds ?? 0) * random.fraction() ** 0.6;
  const [first] = events;
  if (first) first.watchedSeconds = watchedSeconds;
  for (let position = 300; position <= watchedSeconds; position += 300)
    events.push(event('ad-view', begin + position, position));
  return events;
}

function pickViewer(content: BuiltContent, random: Random): string {
  if (content.ownerMemberId !== null && random.chance(0.01)) return `m:${content.ownerMemberId}`;
  // Regulars come often, most people rarely.
  return `m:member-${String(Math.floor(4000 * random.fraction() ** 1.8)).padStart(5, '0')}`;
}
