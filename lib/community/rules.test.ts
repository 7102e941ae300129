import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockOf, compareStandings, isClosed, mayPublish, minuteOf, rewardOf, type Standing } from './rules';

const at = (ms: number) => new Date(ms);
const standing = (memberId: string, posts: number, ms: number): Standing => ({ memberId, posts, reachedAt: at(ms) });

test('more posts come first, then who got there first, then the lower id', () => {
  const board = [
    standing('c', 2, 5),
    standing('b', 3, 9),
    standing('a', 2, 5),
    standing('d', 2, 4),
    standing('e', 3, 8),
  ];
  expect(board.sort(compareStandings).map((one) => one.memberId)).toEqual(['e', 'b', 'd', 'a', 'c']);
});

test('no two members stand on one place', () => {
  const some = fc.record({
    memberId: fc.string({ minLength: 1, maxLength: 3 }),
    posts: fc.nat(2),
    reachedAt: fc.nat(2).map(at),
  });
  fc.assert(
    fc.property(some, some, (a, b) => {
      const order = compareStandings(a, b);
      expect(Math.sign(order)).toBe(-Math.sign(compareStandings(b, a)) + 0);
      if (order === 0) expect(a.memberId).toBe(b.memberId);
    }),
  );
});

test('ranks 1 to 3 earn 500 points, rank 4 nothing', () => {
  expect([1, 2, 3, 4].map(rewardOf)).toEqual([500, 500, 500, 0]);
});

test.each([
  ['22:00', '06:00', '22:00', true],
  ['22:00', '06:00', '21:59', false],
  ['22:00', '06:00', '00:00', true],
  ['22:00', '06:00', '05:59', true],
  ['22:00', '06:00', '06:00', false],
  ['01:00', '02:00', '01:00', true],
  ['01:00', '02:00', '02:00', false],
  ['01:00', '02:00', '00:59', false],
])('from %s to %s it is closed at %s: %s', (from, until, clock, closed) => {
  expect(isClosed({ fromMinute: minuteOf(from), untilMinute: minuteOf(until) }, minuteOf(clock))).toBe(closed);
});

test('a clock read and shown is the same clock', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 1439 }), (minute) => minuteOf(clockOf(minute)) === minute));
});

test('a member publishes posts of members; a key with posts:moderate also those of the house', () => {
  const member = { kind: 'user' as const, id: 1, sessionId: 1, name: '', email: '', memberId: 'm' };
  const limits = { allowedOrigins: [], requestsPerSecond: 1, burst: 1 };
  const key = { kind: 'key' as const, id: 1, name: '', keyKind: 'secret' as const, ...limits };
  expect(mayPublish({ ...member, roles: ['member'] }, 'member')).toBe(true);
  expect(mayPublish({ ...member, roles: ['member'] }, 'notice')).toBe(false);
  expect(mayPublish({ ...member, roles: ['admin'] }, 'admin')).toBe(true);
  expect(mayPublish({ ...key, scopes: ['posts:write'] }, 'admin')).toBe(false);
  expect(mayPublish({ ...key, scopes: ['posts:moderate'] }, 'admin')).toBe(true);
});
