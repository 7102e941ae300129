import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockOf, isClosed, mayPublish, minuteOf, rewardOf } from './rules';

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
