import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarOf } from '@/lib/kernel/day';
import { adPositionsOf, type PlayerState, resumeAt, splitByDay, stepPlayer } from './rules';

test.each([
  [0, []],
  [299, []],
  [300, [300]],
  [599, [300]],
  [600, [300, 600]],
  [900, [300, 600, 900]],
])('rule 1: a video of %i s has ads at %j', (duration, positions) => {
  expect(adPositionsOf(duration)).toEqual(positions);
});

test.each([
  [null, 600, 0],
  [0, 600, 0],
  [599, 600, 599],
  [600, 600, 0],
  [601, 600, 0],
])('rule 2: a viewer who was at %s of %i s resumes at %i', (position, duration, at) => {
  expect(resumeAt(position, duration)).toBe(at);
});

const at = (watchedSeconds: number, seconds: number): PlayerState => ({ watchedSeconds, atMs: seconds * 1000 });

test.each([
  ['ten seconds played in ten', at(30, 10), at(40, 20), 10],
  ['paused for a while', at(30, 10), at(35, 70), 5],
  ['a made-up figure', at(30, 10), at(9999, 20), 10],
  ['a rewind', at(30, 10), at(12, 20), 0],
])('rule 2: %s', (_, state, beat, added) => {
  expect(stepPlayer(state, beat)).toEqual({ addedSeconds: added, next: beat });
});

test('rule 2: a heartbeat that is not newer than the last changes nothing', () => {
  expect(stepPlayer(at(30, 10), at(40, 10))).toBeNull();
  expect(stepPlayer(at(30, 10), at(40, 9))).toBeNull();
});

test('rule 2: whatever a player claims, no more is added than time went by', () => {
  const beat = fc.record({
    watchedSeconds: fc.double({ min: 0, max: 1e6, noNaN: true }),
    atMs: fc.integer({ min: 0, max: 1e6 }),
  });
  fc.assert(
    fc.property(fc.array(beat, { minLength: 1 }), (beats) => {
      let state: PlayerState | null = null;
      let sum = 0;
      for (const one of beats) {
        const step = stepPlayer(state, one);
        if (!step) continue;
        sum += step.addedSeconds;
        state = step.next;
      }
      const times = beats.map((one) => one.atMs);
      expect(sum).toBeLessThanOrEqual((Math.max(...times) - Math.min(...times)) / 1000 + 1e-6);
    }),
  );
});

const seoul = calendarOf('Asia/Seoul');
const parts = (until: string, watchedSeconds: number) =>
  splitByDay(Date.parse(until), watchedSeconds * 1000, seoul).map((part) => [part.day, part.milliseconds / 1000]);

test.each([
  ['2026-11-22T00:00:10+09:00', 0, []],
  ['2026-11-22T00:00:10+09:00', 10, [['2026-11-22', 10]]],
  ['2026-11-22T00:00:00+09:00', 10, [['2026-11-21', 10]]],
  [
    '2026-11-22T00:00:10+09:00',
    30,
    [
      ['2026-11-22', 10],
      ['2026-11-21', 20],
    ],
  ],
  [
    '2026-11-22T00:00:10+09:00',
    86_430,
    [
      ['2026-11-22', 10],
      ['2026-11-21', 86_400],
      ['2026-11-20', 20],
    ],
  ],
])('rule 2: until %s, %i s belong to %j', (until, watchedSeconds, days) => {
  expect(parts(until, watchedSeconds)).toEqual(days);
});
