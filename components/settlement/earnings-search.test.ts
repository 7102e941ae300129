import { expect, test } from 'vitest';
import type { Day } from '@/lib/kernel/day';
import { periodsBefore } from './earnings-search';

test.each([
  ['day', '2026-11-15', '2026-11-21', '2026-11-08', '2026-11-14'],
  ['week', '2026-11-03', '2026-11-21', '2026-10-12', '2026-11-01'],
  ['month', '2026-01-31', '2026-03-01', '2025-10-01', '2025-12-31'],
  ['month', '2026-03-05', '2026-03-06', '2026-02-01', '2026-02-28'],
] as const)('%ss: before %s to %s come %s to %s', (grain, from, to, first, last) => {
  expect(periodsBefore(grain, { from: from as Day, to: to as Day })).toEqual({ from: first, to: last });
});
