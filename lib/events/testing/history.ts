import fc from 'fast-check';
import type { ModelEvent } from './model';

/** Whose events are their own where they own the contents. */
export const OWNER = 'owner-of-everything';
const VIEWERS = ['ann', 'bob', OWNER];

/** Events of three contents around midnight, crowded enough that every rule is met. */
export const history = fc.record({
  events: fc.array(
    fc.record({
      id: fc.uuid(),
      type: fc.constantFrom('click', 'click', 'view', 'view', 'ad-view', 'like', 'unlike'),
      content: fc.integer({ min: 0, max: 2 }),
      viewer: fc.constantFrom(...VIEWERS),
      offsetMs: fc.oneof(
        fc.integer({ min: -90_000, max: 90_000 }),
        fc.integer({ min: -4, max: 4 }).map((n) => n * 1000),
        fc.constantFrom(-30_000, 30_000),
      ),
      bot: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    }),
    { minLength: 50, maxLength: 250 },
  ),
  seed: fc.integer(),
});

export type History = typeof history extends fc.Arbitrary<infer T> ? T : never;

/** The history on these contents, around this midnight. */
export function modelOf({ events }: History, contents: number[], midnight: number): ModelEvent[] {
  return events.map((event) => ({
    id: event.id,
    type: event.type as ModelEvent['type'],
    contentId: contents[event.content] as number,
    viewer: `m:${event.viewer}`,
    atMs: midnight + event.offsetMs,
    adPositionSeconds: event.type === 'ad-view' ? (event.offsetMs % 2 === 0 ? 300 : 600) : null,
    bot: event.bot,
    own: event.viewer === OWNER,
  }));
}

export type Sending = { bot: boolean; events: object[] };

/** Each event one to three times, in random order and batches; a bot's are not mixed with others'. */
export function sendingsOf(model: ModelEvent[], random: (n: number) => number): Sending[] {
  const repeated = model.flatMap((event) => Array.from({ length: 1 + random(3) }, () => event));
  const events = shuffle(repeated, random);
  const sendings: Sending[] = [];
  for (const bot of [false, true]) {
    const rest = events.filter((event) => event.bot === bot);
    while (rest.length > 0) sendings.push({ bot, events: rest.splice(0, 1 + random(20)).map(wireOf) });
  }
  return shuffle(sendings, random);
}

function wireOf(event: ModelEvent): object {
  return {
    id: event.id,
    type: event.type,
    contentId: event.contentId,
    viewerId: event.viewer.slice(2),
    at: new Date(event.atMs).toISOString(),
    ...(event.adPositionSeconds !== null && { adPositionSeconds: event.adPositionSeconds }),
  };
}

/** Small repeatable random numbers: 0 .. n - 1. */
export function randomOf(seed: number): (n: number) => number {
  let state = seed >>> 0 || 1;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

function shuffle<T>(values: T[], random: (n: number) => number): T[] {
  const shuffled = [...values];
  for (let i = shuffled.length - 1; i > 0; i--) {
    const j = random(i + 1);
    [shuffled[i], shuffled[j]] = [shuffled[j] as T, shuffled[i] as T];
  }
  return shuffled;
}
