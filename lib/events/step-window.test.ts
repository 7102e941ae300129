import { expect, test } from 'vitest';
import { stepWindow, type WindowState, type WindowVerdict } from './step-window';

const T = 1_790_000_000_000;
const state: WindowState = { lastAt: T, lastId: 'last', day: '2026-09-21', n: 2 };
const check = { key: 'k', atMs: T, eventId: 'new', day: '2026-09-21', windowMs: 30_000, cap: 3 };

// What happens, the check, the verdict, and what the window becomes (null: it stays as it is).
const steps: [string, Partial<typeof check>, WindowVerdict, Partial<WindowState> | null][] = [
  ['the same event again', { eventId: 'last' }, 'counted', null],
  ['another at the same time', {}, 'repeat', null],
  ['1 ms short of the window', { atMs: T + 29_999 }, 'repeat', null],
  ['exactly the window later', { atMs: T + 30_000 }, 'counted', { lastAt: T + 30_000, lastId: 'new', n: 3 }],
  ['past the cap', { atMs: T + 30_000, cap: 2 }, 'cap', null],
  ['past the cap, within the window', { atMs: T + 1, cap: 2 }, 'repeat', null],
  ['the next day', { atMs: T + 30_000, day: '2026-09-22', cap: 2 }, 'counted', { day: '2026-09-22', n: 1 }],
  ['the next day, within the window', { atMs: T + 1, day: '2026-09-22' }, 'repeat', null],
  ['late, 1 ms short of the window', { atMs: T - 29_999 }, 'repeat', null],
  ['late by exactly the window', { atMs: T - 30_000 }, 'counted', null],
  ['late, past the cap', { atMs: T - 30_000, cap: 2 }, 'counted', null],
  ['without a window, at the same time', { windowMs: 0 }, 'counted', { lastId: 'new', n: 3 }],
];

test.each(steps)('%s', (_, given, verdict, next) => {
  const step = stepWindow(state, { ...check, ...given });
  expect(step.verdict).toBe(verdict);
  if (next === null) expect(step.next).toBe(state);
  else expect(step.next).toEqual({ ...state, ...{ lastAt: step.next.lastAt, lastId: 'new' }, ...next });
});

test('the first event of a viewer counts and opens the window', () => {
  expect(stepWindow(undefined, check)).toEqual({
    verdict: 'counted',
    next: { lastAt: T, lastId: 'new', day: '2026-09-21', n: 1 },
  });
});
