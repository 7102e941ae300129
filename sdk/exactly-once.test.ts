import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Weather } from './testing/server';
import { type Page, World } from './testing/world';

const ROUGH: Weather[] = [
  'offline',
  'answer-lost',
  'hanging',
  'hotel',
  'limited',
  'busy',
  'broken',
  'key-refused',
  'small-bodies',
];

type Step =
  | { does: 'act'; page: number; times: number }
  | { does: 'pass'; milliseconds: number }
  | { does: 'change'; weather: Weather }
  | { does: 'open' }
  | { does: 'crash' | 'leave' | 'sleep' | 'wake' | 'hide' | 'reconnect'; page: number };

const page = fc.nat(3);
const pass = (max: number) => fc.record({ does: fc.constant('pass' as const), milliseconds: fc.nat(max) });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ does: fc.constant('act'), page, times: fc.integer({ min: 1, max: 12 }) }) },
  { weight: 4, arbitrary: pass(5000) },
  { weight: 2, arbitrary: pass(200_000) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('change'), weather: fc.constantFrom(...ROUGH) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('change'), weather: fc.constant('fine') }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('open') }) },
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constantFrom('crash', 'leave', 'sleep', 'wake', 'hide', 'reconnect'), page }),
  },
);

test('whatever happens, each event is accepted once in the end and none is given up', async () => {
  const seen = { events: 0, duplicates: 0, lostBeacons: 0, troubles: 0, pages: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 80 }), async (steps) => {
      const world = new World();
      const story = new Story(world);
      for (const one of steps) await story.take(one);
      await story.end();
      expect([...world.server.accepted.keys()].sort()).toEqual([...story.made].sort());
      expect(world.dropped()).toEqual([]);
      expect(world.storage.countEvents()).toBe(0);
      const answered = world.answers.flatMap(({ events }) => events.map((event) => event.id));
      expect(new Set(answered)).toEqual(new Set(story.made));
      seen.events += story.made.length;
      seen.duplicates += world.server.duplicates;
      seen.lostBeacons += world.server.lostBeacons;
      seen.troubles += world.troubles.length;
      seen.pages += story.opened;
    }),
    { numRuns: 200 },
  );
  // The runs were rough: without these, the property would have shown nothing.
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(20);
});

test('in fine weather several pages of one browser send nothing twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async (steps) => {
      const world = new World();
      const story = new Story(world);
      const harmless = ['act', 'pass', 'open', 'hide', 'reconnect'];
      for (const one of steps) if (harmless.includes(one.does)) await story.take(one);
      await world.clock.pass(60_000);
      expect([...world.server.accepted.keys()].sort()).toEqual([...story.made].sort());
      expect(world.server.duplicates).toBe(0);
      expect(world.troubles).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

/** What a person and the network do to the pages of a browser. */
class Story {
  readonly made: string[] = [];
  opened = 0;
  private pages: Page[] = [];
  private lastOf = new Map<Page, string>();

  constructor(private readonly world: World) {
    this.open();
  }

  async take(one: Step): Promise<void> {
    if (one.does === 'pass') return this.world.clock.pass(one.milliseconds);
    if (one.does === 'change') this.world.server.weather = one.weather;
    else if (one.does === 'open') this.open();
    else this.turn(one);
  }

  /** The weather clears, some pages close, and the visitor opens one more and stays for a while. */
  async end(): Promise<void> {
    this.world.server.weather = 'fine';
    for (const [index, page] of this.pages.entries()) page[ENDS[index % 3] ?? 'wake']();
    await this.world.clock.pass(1000);
    this.world.open();
    await this.world.clock.pass(600_000);
  }

  private turn(one: Exclude<Step, { does: 'pass' | 'change' | 'open' }>): void {
    const page = this.pages[one.page % this.pages.length];
    if (!page) return;
    if (one.does === 'act') this.act(page, one.times);
    else if (one.does === 'hide') page.tell('visibilitychange');
    else if (one.does === 'reconnect') page.tell('online');
    else page[one.does]();
    this.pages = this.pages.filter((other) => other.state !== 'dead');
    if (this.pages.length === 0) this.open();
  }

  private act(page: Page, times: number): void {
    if (page.state !== 'awake') return;
    for (let n = 0; n < times; n++) {
      const { boxoffice } = page;
      const verbs = [
        () => boxoffice.click(n),
        () => boxoffice.like('own-id'),
        () => boxoffice.adView(n, { positionSeconds: 300 }),
      ];
      const id = verbs[n % verbs.length]?.() ?? '';
      expect(id > (this.lastOf.get(page) ?? '')).toBe(true);
      expect(timeOf(id)).toBe(this.world.clock.now());
      this.lastOf.set(page, id);
      this.made.push(id);
    }
  }

  private open(): void {
    this.pages.push(this.world.open({ flushAfterMilliseconds: 1000, maxBatch: 10 }));
    this.opened++;
  }
}

const ENDS = ['wake', 'crash', 'leave'] as const;

function timeOf(id: string): number {
  return Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
}
