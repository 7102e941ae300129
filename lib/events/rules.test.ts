import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isAdSlot, judgeLike, judgeTime, type LikeState, viewerOf } from './rules';

const limits = { maxAgeMilliseconds: 48 * 3_600_000, maxAheadMilliseconds: 300_000 };
const now = new Date('2026-11-21T12:00:00.000+09:00');

test.each([
  ['2026-11-19T12:00:00.000+09:00', null],
  ['2026-11-19T11:59:59.999+09:00', 'too-old'],
  ['2026-11-21T12:05:00.000+09:00', null],
  ['2026-11-21T12:05:00.001+09:00', 'in-the-future'],
])('rule 1: an event of %s is judged %s at noon of the 21st', (at, verdict) => {
  expect(judgeTime(new Date(at), now, limits)).toBe(verdict);
});

test.each([
  [299, 300, false],
  [300, 299, false],
  [300, 300, true],
  [600, 600, true],
  [600, 599, false],
  [0, 600, false],
])('streaming rule 1: %i s in a video of %i s is a slot: %s', (position, duration, expected) => {
  expect(isAdSlot(position, duration)).toBe(expected);
});

test('rule 4: liking twice changes nothing', () => {
  const first = judgeLike(null, { type: 'like', at: 10, id: 'a' });
  expect(first.reason).toBeNull();
  expect(judgeLike(first.next, { type: 'like', at: 20, id: 'b' }).reason).toBe('already-liked');
});

test('rule 4: withdrawing what was not given is refused', () => {
  expect(judgeLike(null, { type: 'unlike', at: 10, id: 'a' }).reason).toBe('not-liked');
});

test('rule 4: an older event that arrives later is superseded, also by one that changed nothing', () => {
  const liked = judgeLike(null, { type: 'like', at: 10, id: 'a' }).next;
  const again = judgeLike(liked, { type: 'like', at: 30, id: 'b' }).next;
  expect(judgeLike(again, { type: 'unlike', at: 20, id: 'c' })).toEqual({ reason: 'superseded', next: again });
});

test('rule 4: in whatever order events arrive, the latest one says what is liked', () => {
  const event = fc.record({ type: fc.constantFrom('like' as const, 'unlike' as const), at: fc.nat(5), id: fc.uuid() });
  fc.assert(
    fc.property(fc.array(event, { minLength: 1 }), fc.infiniteStream(fc.nat()), (events, keys) => {
      const end = (order: typeof events) =>
        order.reduce<LikeState | null>((state, one) => judgeLike(state, one).next, null);
      const key = keys[Symbol.iterator]();
      const shuffled = events
        .map((one) => ({ one, k: key.next().value ?? 0 }))
        .sort((a, b) => a.k - b.k)
        .map(({ one }) => one);
      expect(end(shuffled)).toEqual(end(events));
    }),
  );
});

test('rule 4: what counts, given minus withdrawn, is one for a viewer who likes and zero for one who does not', () => {
  const event = fc.record({ type: fc.constantFrom('like' as const, 'unlike' as const), at: fc.nat(5), id: fc.uuid() });
  fc.assert(
    fc.property(fc.array(event), (events) => {
      let state: LikeState | null = null;
      let net = 0;
      for (const one of events) {
        const verdict = judgeLike(state, one);
        state = verdict.next;
        if (verdict.reason === null) net += one.type === 'like' ? 1 : -1;
      }
      expect(net).toBe(state?.liked ? 1 : 0);
    }),
  );
});

const nobody = { memberId: null, anonymousId: null, addressHash: null };

test.each([
  ['click', { ...nobody, memberId: 'm1', anonymousId: 'a1', addressHash: 'h' }, 'm:m1'],
  ['click', { ...nobody, anonymousId: 'a1', addressHash: 'h' }, 'a:a1'],
  ['like', { ...nobody, anonymousId: 'a1', addressHash: 'h' }, 'a:a1'],
  ['click', { ...nobody, addressHash: 'h' }, 'i:h'],
  ['view', { ...nobody, anonymousId: 'a1', addressHash: 'h' }, 'i:h'],
  ['ad-view', { ...nobody, anonymousId: 'a1', addressHash: 'h' }, 'i:h'],
  ['view', { ...nobody, memberId: 'm1', addressHash: 'h' }, 'm:m1'],
  ['view', { ...nobody, anonymousId: 'a1' }, null],
] as const)('the viewer of a %s known by %o is %s', (type, names, viewer) => {
  expect(viewerOf(type, names)).toBe(viewer);
});
