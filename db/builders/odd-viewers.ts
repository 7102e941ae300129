import type { BuiltContent, BuiltEvent, DayPlan } from './day-of-events';
import { type Random, randomOf } from './random';

/** What stands out on the abuse desk: a macro on one video, an address that clicks through the night, a tireless fan. */
export function buildOddViewers(plan: DayPlan): BuiltEvent[] {
  const random = randomOf(`odd viewers of ${plan.day}`);
  const videos = plan.contents.filter(({ kind, publishedOn }) => kind === 'video' && publishedOn <= plan.day);
  const [first, second] = [videos[videos.length >> 1], videos[videos.length >> 2]];
  if (!first || !second) return [];
  const events: BuiltEvent[] = [];
  if (random.chance(0.5)) events.push(...macro(first, plan, random));
  if (random.chance(0.4)) events.push(...clicker(plan, random));
  if (random.chance(0.6)) events.push(...fan(second, plan, random));
  return events;
}

/** Reloads one video each few seconds: one view in several counts, the rest are repetitions. */
function macro(content: BuiltContent, plan: DayPlan, random: Random): BuiltEvent[] {
  const begin = 3 * 3600 + random.below(1800);
  return spread(40 + random.below(50), begin, 6, random).map((seconds) =>
    made('view', 'i:Tq3mZk0b1VQ9aXw7RnYcGA', content, seconds, plan, random),
  );
}

/** An address that clicks on whatever comes, several times a second. */
function clicker(plan: DayPlan, random: Random): BuiltEvent[] {
  const begin = 4 * 3600 + random.below(3600);
  return spread(60 + random.below(80), begin, 0.4, random).flatMap((seconds) => {
    const content = plan.contents[random.below(Math.min(6, plan.contents.length))];
    return content ? [made('click', 'i:Lw8PpD2sU5eHjB4tVx6NiQ', content, seconds, plan, random)] : [];
  });
}

/** A member who lets one video begin again and again, each time just late enough to count. */
function fan(content: BuiltContent, plan: DayPlan, random: Random): BuiltEvent[] {
  const begin = 22 * 3600 + random.below(600);
  return spread(30 + random.below(40), begin, 31, random).map((seconds) =>
    made('view', 'm:member-00247', content, seconds, plan, random),
  );
}

/** Seconds of the day, about so far apart. */
const spread = (count: number, begin: number, apart: number, random: Random) =>
  Array.from({ length: count }, (_, n) => begin + n * apart + random.fraction() * apart * 0.2);

function made(
  type: BuiltEvent['type'],
  viewer: string,
  content: BuiltContent,
  seconds: number,
  plan: DayPlan,
  random: Random,
): BuiltEvent {
  const rest = { adPositionSeconds: null, watchedSeconds: 0, bot: false };
  return { id: random.uuid(), type, content, viewer, atMs: plan.startMs + Math.round(seconds * 1000), ...rest };
}
