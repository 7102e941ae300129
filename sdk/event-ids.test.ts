import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eventIds } from './event-ids';

const uint32 = fc.integer({ min: 0, max: 2 ** 32 - 1 });

test('an id is a UUIDv7 of its time', () => {
  const id = eventIds({ now: () => Date.parse('2026-11-21T03:00:00.123Z'), random: () => 0xffffffff })();
  expect(id).toBe('01a1fc0b-e3fb-77ff-bfff-ffffffffffff');
});

test('each id is greater than the one before, whatever the clock does', () => {
  const times = fc.array(fc.integer({ min: 0, max: 2 ** 47 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(times, fc.array(uint32, { minLength: 1, maxLength: 9 }), (times, randoms) => {
      let calls = 0;
      let now = 0;
      const next = eventIds({ now: () => now, random: () => randoms[calls++ % randoms.length] ?? 0 });
      const ids = times.flatMap((time) => {
        now = time;
        return [next(), next(), next()];
      });
      expect(ids).toEqual([...new Set(ids)].sort());
      for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }),
  );
});

test('ten thousand ids of one millisecond are in order', () => {
  const next = eventIds({ now: () => 1000, random: () => 0xffffffff });
  const ids = Array.from({ length: 10_000 }, next);
  expect(ids).toEqual([...new Set(ids)].sort());
});
