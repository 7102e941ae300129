import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { db } from '@/lib/platform/database';
import { resetEnv } from '@/lib/platform/env';
import { FailsForGood } from '@/lib/platform/fails-for-good';
import { singleton } from '@/lib/platform/singleton';
import { type PointApi, startPointApi } from '@/scripts/point-api';
import { accruePoints } from './accrue-points';
import { promise, standingOf } from './testing/promises';

const now = new Date();
let api: PointApi;

beforeEach(async () => {
  api = await startPointApi();
  process.env.POINTS_API_URL = api.url;
  process.env.POINTS_API_TIMEOUT_MILLISECONDS = '20000';
  resetEnv();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterEach(async () => {
  await api.stop();
  delete process.env.POINTS_API_URL;
  delete process.env.POINTS_API_TIMEOUT_MILLISECONDS;
  resetEnv();
  // Each test begins with an API that nothing bad is known of.
  singleton<Map<string, unknown>>('unused', () => new Map());
  (globalThis as unknown as { __boxoffice: Map<string, unknown> }).__boxoffice.delete('point-api');
});

async function one() {
  const [promised] = await promise(1, { jobs: false });
  if (!promised) throw new Error('nothing was promised');
  return { ...promised, now };
}
const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => 'paid',
    (error: unknown) => error,
  );

test('a promise is credited by the API under its reference, and nothing is in the ledger', async () => {
  const promised = await one();
  await accruePoints(promised);
  const { memberId, reference } = promised;
  expect([...api.ledger]).toEqual([[reference, { memberId, points: 1, reference }]]);
  expect(await standingOf([promised])).toMatchObject({ pending: 0, transfers: 0 });
});

test('what is paid already is not asked for again', async () => {
  const promised = await one();
  await accruePoints(promised);
  await accruePoints(promised);
  expect(api.asked.get(promised.reference)).toBe(1);
});

test.each([{ conflict: false }, { conflict: true }])(
  'a credit whose answer was lost counts when it is asked again (%j)',
  async (how) => {
    const promised = await one();
    api.behave({ drop: 1, ...how });
    expect(await failureOf(accruePoints(promised))).toMatchObject({
      message: expect.stringContaining('did not answer'),
    });
    expect(api.ledger.size).toBe(1);
    expect(await standingOf([promised])).toMatchObject({ pending: 1 });
    api.behave({ drop: 0 });
    await accruePoints(promised);
    expect(api.ledger.size).toBe(1);
    expect(await standingOf([promised])).toMatchObject({ pending: 0 });
  },
);

test.each([500, 503, 408, 409, 425, 429])(
  'an answer of %i is tried again at once, three times, and the promise stands',
  async (status) => {
    const promised = await one();
    api.behave({ status });
    const failure = await failureOf(accruePoints(promised));
    expect(failure).toMatchObject({ message: expect.stringContaining(`answered ${status}`) });
    expect(failure).not.toBeInstanceOf(FailsForGood);
    expect(api.asked.get(promised.reference)).toBe(3);
    expect(await standingOf([promised])).toMatchObject({ pending: 1 });
  },
);

test.each([400, 401, 404, 422, 302])('an answer of %i fails for good, with one request', async (status) => {
  const promised = await one();
  api.behave({ status });
  expect(await failureOf(accruePoints(promised))).toBeInstanceOf(FailsForGood);
  expect(api.asked.get(promised.reference)).toBe(1);
  expect(await standingOf([promised])).toMatchObject({ pending: 1 });
});

test('an API that does not answer in time is not waited for', async () => {
  const promised = await one();
  process.env.POINTS_API_TIMEOUT_MILLISECONDS = '20';
  resetEnv();
  api.behave({ slow: 60_000 });
  expect(await failureOf(accruePoints(promised))).toMatchObject({
    message: 'The point API did not answer: nothing came within 20 ms',
  });
});

test('an answer that belongs to another request pays nobody', async () => {
  const promised = await promise(20, { jobs: false });
  await accruePoints({ ...(promised[0] ?? { memberId: '', reference: '' }), now });
  api.behave({ twice: true, fail: 0.5 });
  const outcomes: unknown[] = [];
  for (const each of promised) outcomes.push(await failureOf(accruePoints({ ...each, now })));
  expect(outcomes).toContain('paid');
  const { rows } = await db().$client.query<{ reference: string }>(
    'select reference from point_accruals where accrued_at is not null and reference = any($1)',
    [promised.map(({ reference }) => reference)],
  );
  expect(rows.filter(({ reference }) => !api.ledger.has(reference))).toEqual([]);
});

test('a dead API is left alone after ten failures in a row, and asked again once it is due', async () => {
  const promised = await promise(40, { jobs: false });
  api.behave({ status: 503 });
  for (const each of promised) await failureOf(accruePoints({ ...each, now }));
  const asked = [...api.asked.values()].reduce((sum, n) => sum + n, 0);
  expect(asked).toBeLessThanOrEqual(12);
  api.behave({ status: null });
  await expect
    .poll(() => failureOf(accruePoints({ ...(promised[0] ?? { memberId: '', reference: '' }), now })))
    .toBe('paid');
});
