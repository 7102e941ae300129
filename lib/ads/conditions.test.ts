import fc from 'fast-check';
import { expect, test } from 'vitest';
import en from '@/messages/en.json';
import ko from '@/messages/ko.json';
import { Condition, conditions, findUnmet } from './conditions';

const history = (count: number, ...adIds: number[]) => ({ count, adIds: new Set(adIds) });

test.each([
  ['first-time participant: nobody who joined before', { kind: 'first-time' }, history(0), true],
  ['first-time participant: nobody who joined before', { kind: 'first-time' }, history(1, 3), false],
  ['at least N participations before', { kind: 'participations-at-least', count: 2 }, history(1, 3), false],
  ['at least N participations before', { kind: 'participations-at-least', count: 2 }, history(2, 3, 4), true],
  ['at least N participations before', { kind: 'participations-at-least', count: 2 }, history(9), true],
  ['has joined ad X', { kind: 'joined', adId: 3 }, history(1, 3), true],
  ['has joined ad X', { kind: 'joined', adId: 3 }, history(2, 4, 5), false],
] satisfies [string, Condition, ReturnType<typeof history>, boolean][])('ads rule 2, %s: %j', (_, condition, of, met) =>
  expect(findUnmet([condition], of) === null).toBe(met),
);

test('ads rule 2: all conditions must hold, and the first that does not is told', () => {
  const wanted = [
    { kind: 'participations-at-least', count: 1 },
    { kind: 'joined', adId: 3 },
    { kind: 'joined', adId: 4 },
  ] as const;
  expect(findUnmet(wanted, history(2, 3, 4))).toBeNull();
  expect(findUnmet(wanted, history(2, 4))).toEqual({
    condition: { kind: 'joined', adId: 3 },
    detail: 'It is for members who have joined ad 3.',
  });
  expect(findUnmet([], history(0))).toBeNull();
});

const anyCondition = fc.oneof(
  fc.constant({ kind: 'first-time' as const }),
  fc.record({ kind: fc.constant('participations-at-least' as const), count: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ kind: fc.constant('joined' as const), adId: fc.integer({ min: 1, max: 5 }) }),
);

test('one condition more never lets more members in', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 1, max: 5 }));
  fc.assert(
    fc.property(fc.array(anyCondition), anyCondition, ids, (wanted, more, adIds) => {
      const of = history(adIds.length, ...adIds);
      if (findUnmet([...wanted, more], of) === null) expect(findUnmet(wanted, of)).toBeNull();
    }),
  );
});

test.each([
  [{ kind: 'rich' }, ''],
  [{}, ''],
  [{ kind: 'first-time', count: 2 }, ''],
  [{ kind: 'participations-at-least' }, 'count'],
  [{ kind: 'participations-at-least', count: 0 }, 'count'],
  [{ kind: 'participations-at-least', count: 1.5 }, 'count'],
  [{ kind: 'participations-at-least', count: 1001 }, 'count'],
  [{ kind: 'joined', adId: '3' }, 'adId'],
  [{ kind: 'joined', adId: -3 }, 'adId'],
])('%j is no condition', (wrong, field) => {
  const issue = Condition.safeParse(wrong).error?.issues[0];
  expect(issue).toBeDefined();
  if (field) expect(issue?.path).toEqual([field]);
});

test('every kind has its shape', () => {
  expect(Condition.options.map(({ shape }) => shape.kind.value).sort()).toEqual(Object.keys(conditions).sort());
});

test('every kind has its texts in both languages', () => {
  for (const messages of [ko, en]) {
    expect(Object.keys(messages.ads.conditions)).toEqual(expect.arrayContaining(Object.keys(conditions)));
  }
});
