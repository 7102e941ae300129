import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day } from '@/lib/kernel/day';
import { type DayCounts, increasesOf } from './increase-rules';

const FIRST = '2026-02-23' as Day;
const history = fc.array(fc.record({ views: fc.nat(1000), adViews: fc.nat(100), milliseconds: fc.nat(100_000) }), {
  minLength: 1,
  maxLength: 80,
});

test('periods follow on one another without a gap, and their increases add up to the whole', () => {
  fc.assert(
    fc.property(history, fc.constantFrom('day' as const, 'week' as const, 'month' as const), (days, period) => {
      const counts = new Map<Day, DayCounts>(days.map((one, n) => [addDays(FIRST, n), one]));
      const opening = { views: 100, adViews: 10, milliseconds: 0 };
      const range = { from: FIRST, to: addDays(FIRST, days.length - 1) };
      const items = increasesOf(range, period, { opening, counts, isFinal: () => true });
      for (const of of ['views', 'adViews', 'watchSeconds'] as const) {
        for (const [n, item] of items.entries()) {
          expect(item[of].after).toBe(item[of].before + item[of].increase);
          const next = items[n + 1]?.[of];
          if (next) expect([next.before, next.previousIncrease]).toEqual([item[of].after, item[of].increase]);
        }
      }
      expect(items[0]?.views.before).toBe(100);
      expect(items.at(-1)?.views.after).toBe(100 + days.reduce((sum, day) => sum + day.views, 0));
      const ms = days.reduce((sum, day) => sum + day.milliseconds, 0);
      expect(items.at(-1)?.watchSeconds.after).toBe(Math.floor(ms / 1000));
    }),
  );
});
