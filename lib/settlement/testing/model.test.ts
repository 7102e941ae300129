import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIRST_TARIFF, type Tariff, worthOf } from '../rules';
import { type ModelLine, ModelVideo } from './model';

const LAST_DAY = 9;

type Act = { kind: 'change'; day: number; views: bigint; adViews: bigint } | { kind: 'close' };

const small: Tariff = {
  video: FIRST_TARIFF.video.map((step, i) => ({ ...step, from: BigInt([1, 20, 50, 100][i] ?? 1) })),
  ad: FIRST_TARIFF.ad.map((step, i) => ({ ...step, from: BigInt([1, 10, 25, 60][i] ?? 1) })),
};
const dearer: Tariff = { ...small, video: small.video.map((step) => ({ ...step, tenths: step.tenths + 7n })) };

const counts = fc.record({ views: fc.bigInt({ min: -5n, max: 40n }), adViews: fc.bigInt({ min: -5n, max: 40n }) });
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(fc.nat(LAST_DAY), counts).map(([day, more]) => ({ kind: 'change' as const, day, ...more })),
  },
  { weight: 1, arbitrary: fc.constant<Act>({ kind: 'close' }) },
);
const history = fc.record({ opening: fc.bigInt({ min: 0n, max: 30n }), acts: fc.array(act, { maxLength: 40 }) });

type Seen = { closed: number; lines: ModelLine[] };

function play(video: ModelVideo, acts: Act[], after: (seen: Seen) => void = () => {}): Seen {
  let closed = 0;
  for (const one of acts) {
    if (one.kind === 'change') video.change(one.day, one);
    else if (closed <= LAST_DAY) {
      video.closeNext();
      closed += 1;
    }
    after({ closed, lines: video.lines(LAST_DAY + 1) });
  }
  return { closed, lines: video.lines(LAST_DAY + 1) };
}

const made = (opening: bigint, tariffOf: (day: number) => Tariff = () => small) =>
  new ModelVideo({ views: opening, adViews: opening }, tariffOf);
const sum = (values: bigint[]) => values.reduce((total, n) => total + n, 0n);
const text = (value: unknown) => JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? String(part) : part));

test('lines follow each other without a gap, and end at what was counted', () => {
  fc.assert(
    fc.property(history, ({ opening, acts }) => {
      const video = made(opening);
      const { lines } = play(video, acts);
      let reached = opening;
      for (const line of lines) {
        expect(line.views.before).toBe(reached);
        reached = line.views.after;
      }
      expect(reached).toBe(opening + sum([...video.counts.values()].map((day) => day.views)));
    }),
  );
});

test('I10: under one tariff the lifetime total is what the counts are worth, whatever was late, voided or closed early', () => {
  fc.assert(
    fc.property(history, ({ opening, acts }) => {
      const video = made(opening);
      const { lines } = play(video, acts);
      const total = opening + sum([...video.counts.values()].map((day) => day.views));
      expect(sum(lines.map((line) => line.views.tenths))).toBe(
        worthOf(small.video, total) - worthOf(small.video, opening),
      );
    }),
  );
});

test('I10: each day is paid for exactly what counted on it, over its line and its adjustments, at its own tariff', () => {
  fc.assert(
    fc.property(history, fc.nat(LAST_DAY), ({ opening, acts }, change) => {
      const video = made(opening, (day) => (day >= change ? dearer : small));
      const { lines } = play(video, acts);
      for (const [day, counted] of video.counts) {
        const paid = lines
          .filter((line) => line.forDay === day)
          .map((line) => line.adViews.after - line.adViews.before);
        expect(sum(paid)).toBe(counted.adViews);
      }
    }),
  );
});

test('I9: a closed line never changes again', () => {
  fc.assert(
    fc.property(history, ({ opening, acts }) => {
      let before: string[] = [];
      play(made(opening), acts, ({ closed, lines }) => {
        const now = lines.filter((line) => line.day < closed).map(text);
        expect(now.slice(0, before.length)).toEqual(before);
        before = now;
      });
    }),
  );
});

test('I10: an adjustment names a closed day and stands in the first open one', () => {
  let adjusted = 0;
  fc.assert(
    fc.property(history, ({ opening, acts }) => {
      const { closed, lines } = play(made(opening), acts);
      const drafts = lines.filter((line) => line.day >= closed && line.forDay !== line.day);
      adjusted += drafts.length;
      expect(drafts.every((line) => line.day === closed && line.forDay < closed)).toBe(true);
      expect(new Set(drafts.map((line) => line.forDay)).size).toBe(drafts.length);
    }),
  );
  expect(adjusted).toBeGreaterThan(0);
});
