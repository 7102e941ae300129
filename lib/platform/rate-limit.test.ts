import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { refillOf, takeFromBucket } from './rate-limit';

const rate = { requestsPerSecond: 20, burst: 100 };
const take = (bucket: string, times: number) =>
  Promise.all(Array.from({ length: times }, () => takeFromBucket(bucket, rate)));
const passed = (verdicts: { ok: boolean }[]) => verdicts.filter(({ ok }) => ok).length;

test.each([
  [1, { tokens: 1, milliseconds: 996 }],
  [7, { tokens: 1, milliseconds: 143 }],
  [20, { tokens: 1, milliseconds: 50 }],
  [200, { tokens: 1, milliseconds: 5 }],
  [300, { tokens: 3, milliseconds: 10 }],
  [1500, { tokens: 3, milliseconds: 2 }],
  [100_000, { tokens: 100, milliseconds: 1 }],
])('%i a second refills evenly', (requestsPerSecond, refill) => {
  expect(refillOf(requestsPerSecond)).toEqual(refill);
});

test('every whole rate up to 100,000 a second is kept to half a percent', () => {
  for (let rps = 1; rps <= 100_000; rps += rps < 3000 ? 1 : 97) {
    const { tokens, milliseconds } = refillOf(rps);
    expect(Math.abs((tokens * 1000) / milliseconds / rps - 1)).toBeLessThan(0.0051);
  }
});

describe('in this process', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['Date', 'performance'], now: 1_790_000_000_000 }));
  afterEach(() => vi.useRealTimers());

  test('lets a burst through, then refuses and says when to come again', async () => {
    expect(passed(await take('burst', 100))).toBe(100);
    vi.advanceTimersByTime(20);
    expect(await takeFromBucket('burst', rate)).toEqual({ ok: false, retryAfterMilliseconds: 30 });
    vi.advanceTimersByTime(30);
    expect(passed(await take('burst', 3))).toBe(1);
  });

  test('refills evenly, up to the burst and no further', async () => {
    await take('refill', 100);
    vi.advanceTimersByTime(1000);
    expect(passed(await take('refill', 50))).toBe(20);
    vi.advanceTimersByTime(60_000);
    expect(passed(await take('refill', 150))).toBe(100);
  });

  test('keeps buckets apart, and takes up a new rate of the same bucket', async () => {
    await take('one', 100);
    expect(await takeFromBucket('other', rate)).toEqual({ ok: true });
    expect(await takeFromBucket('one', rate)).toMatchObject({ ok: false });
    vi.advanceTimersByTime(100);
    const faster = { requestsPerSecond: 1000, burst: 100 };
    const verdicts = await Promise.all(Array.from({ length: 150 }, () => takeFromBucket('one', faster)));
    expect(passed(verdicts)).toBe(100);
  });

  test('a clock that is set back an hour stops nobody for longer than a bucket takes to fill', async () => {
    await take('set back', 100);
    vi.setSystemTime(Date.now() - 3_600_000);
    expect(await takeFromBucket('set back', rate)).toEqual({ ok: false, retryAfterMilliseconds: 5000 });
    vi.advanceTimersByTime(5001);
    expect(passed(await take('set back', 150))).toBe(100);
  });
});
