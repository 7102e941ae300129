import { beforeEach, expect, test } from 'vitest';
import { GET as runDaily } from '@/app/api/cron/daily/route';
import { GET as getHealth } from '@/app/api/health/route';
import { GET } from '@/app/api/v1/status/route';
import { bearer, call } from '@/lib/http/testing/call';
import { db } from '@/lib/platform/database';
import { recordCron } from '@/lib/platform/record-cron';

const NOW = new Date();
const ask = async () => {
  const { authorization } = await bearer(['jobs:read']);
  return call(GET, { path: '/api/v1/status', headers: { authorization } });
};
const failing = async () => {
  const { checks } = await (await getHealth(new Request('http://boxoffice.test/api/health'))).json();
  return checks.filter(({ ok }: { ok: boolean }) => !ok).map(({ name }: { name: string }) => name);
};

beforeEach(async () => {
  await db().$client.query('truncate crons, runs');
});

test('tells versions, pools, jobs, days and when the crons ran', async () => {
  const headers = { authorization: `Bearer ${process.env.CRON_SECRET}` };
  expect((await runDaily(new Request('http://boxoffice.test/api/cron/daily', { headers }))).status).toBe(200);
  const { status, json } = await ask();
  expect(status).toBe(200);
  expect(json).toMatchObject({
    ready: true,
    process: {
      version: expect.stringMatching(/^\d/),
      pools: expect.arrayContaining([expect.objectContaining({ name: 'app' })]),
    },
    database: {
      days: { partitionsAhead: 7 },
      crons: [{ name: 'daily', late: false, error: null, endedAt: expect.any(String) }],
    },
  });
});

test('a cron that nobody calls any more is late, on the page and in the health', async () => {
  await recordCron('minute', new Date(NOW.getTime() - 3_600_000), async () => {});
  expect(await ask()).toMatchObject({ json: { database: { crons: [{ name: 'minute', late: true }] } } });
  expect(await failing()).toContain('crons');
});

test('a cron that failed says why, without what somebody sent, and a failed run is among the failures', async () => {
  const failed = recordCron('daily', NOW, async () => Promise.reject(new Error('Failed query: x\nparams: ann')));
  await expect(failed).rejects.toThrow('Failed query');
  await db().$client.query(
    `insert into runs (kind, day, attempt, state, started_at, error) values ('settle-day', '2026-01-01', 1, 'failed', now(), 'broke')`,
  );
  expect(await ask()).toMatchObject({
    json: {
      database: {
        crons: [{ name: 'daily', error: 'Failed query: x', failedAt: expect.any(String) }],
        failures: [{ kind: 'run', name: '2026-01-01', error: 'broke' }],
      },
    },
  });
});

test('a job that has been due for long shows that nobody works', async () => {
  await db().$client.query(
    `select graphile_worker.add_job('send-mail', '{}', run_at => now() - interval '1 hour', job_key => 'late')`,
  );
  expect(await failing()).toContain('jobs');
});
