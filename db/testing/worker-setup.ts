import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, vi } from 'vitest';
import { cloneDatabase } from './clone';

process.env.BOXOFFICE_MODE = 'demo';
process.env.BOXOFFICE_SECRET = 'a secret of the tests, at least 32 characters';
process.env.BUSINESS_TIME_ZONE = 'Asia/Seoul';
// Nobody listens there: a test without `.db.` in its name that asks a database fails.
process.env.DATABASE_URL = 'postgres://127.0.0.1:1/none';
process.env.LOG_LEVEL = 'warn';
// A Redis of the tests that answers late is busy, not broken; a test of a broken one says how long it waits.
process.env.REDIS_DEADLINE_MILLISECONDS = '20000';
process.env.CRON_SECRET = 'cron-secret-of-the-tests';

// Each test file has a database of its own, cloned from the migrated template.
beforeAll(async () => {
  if (!expect.getState().testPath?.endsWith('.db.test.ts')) return;
  process.env.DATABASE_URL = await cloneDatabase(inject('postgresUrl'));
});

afterAll(async () => {
  const { closePools } = await import('@/lib/platform/database');
  await closePools();
});

beforeEach(() => {
  vi.spyOn(console, 'error');
});

// What is logged as an error is a bug or needs a test that expects it.
afterEach(() => {
  const calls = vi.mocked(console.error).mock?.calls ?? [];
  vi.restoreAllMocks();
  expect(calls, 'console.error was called').toEqual([]);
});
