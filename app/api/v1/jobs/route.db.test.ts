import { beforeAll, beforeEach, expect, test } from 'vitest';
import { makeUser, signedIn } from '@/db/builders/people';
import { bearer, call } from '@/lib/http/testing/call';
import { db } from '@/lib/platform/database';
import type { Job } from '@/lib/status/job-schema';
import { POST as redrive } from './redrive/route';
import { GET } from './route';
import { GET as summarize } from './summary/route';

let headers: Record<string, string>;

beforeAll(async () => {
  headers = { authorization: (await bearer(['jobs:read', 'jobs:write'])).authorization };
});
beforeEach(async () => {
  await db().$client.query('delete from graphile_worker._private_jobs');
});

type Wanted = {
  task?: string;
  size?: number;
  attempts?: number;
  locked?: boolean;
  ago?: number;
  error?: string | null;
};

/** Jobs as the worker leaves them, `ago` seconds old. */
async function jobs({
  task = 'accrue-points',
  size = 1,
  attempts = 0,
  locked = false,
  ago = 0,
  error = null,
}: Wanted): Promise<number[]> {
  const { rows } = await db().$client.query<{ id: number }>(
    `with added as (
      select (graphile_worker.add_job($1, json_build_object('n', n), run_at => now() - make_interval(secs => $2), max_attempts => 12)).id
      from generate_series(1, $3) n
    ) select id from added`,
    [task, ago, size],
  );
  const ids = rows.map((row) => row.id);
  await db().$client.query(
    `update graphile_worker._private_jobs set attempts = $2, locked_at = case when $3 then now() end, last_error = $4 where id = any($1)`,
    [ids, attempts, locked, error],
  );
  return ids;
}
const list = async (query = '') =>
  (await call(GET, { headers, path: `/?${query}` })).json as { items: Job[]; nextCursor: string | null };
const summary = async () => (await call(summarize, { headers })).json;
const again = async (body: unknown) => (await call(redrive, { method: 'POST', headers, body })).json;

test('shows what a job is about, how far it is and what went wrong', async () => {
  const [id] = await jobs({ attempts: 12, error: 'The point API answered 500: out of order', ago: 60 });
  expect((await list()).items).toEqual([
    {
      id,
      task: 'accrue-points',
      state: 'failed',
      attempts: 12,
      maxAttempts: 12,
      runAt: expect.stringMatching(/Z$/),
      createdAt: expect.stringMatching(/Z$/),
      lockedAt: null,
      lastError: 'The point API answered 500: out of order',
      payload: { n: 1 },
    },
  ]);
});

test('a job is waiting, running or failed, and can be asked for by state and task', async () => {
  const [waiting] = await jobs({ attempts: 1, error: 'once' });
  const [running] = await jobs({ attempts: 12, locked: true });
  const [failed] = await jobs({ attempts: 12, task: 'settle-day' });
  const idsOf = async (query: string) => (await list(query)).items.map(({ id }) => id);
  expect(await idsOf('state=waiting')).toEqual([waiting]);
  expect(await idsOf('state=running')).toEqual([running]);
  expect(await idsOf('state=failed')).toEqual([failed]);
  expect(await idsOf('task=accrue-points')).toEqual([running, waiting]);
  expect(await idsOf('task=none')).toEqual([]);
});

test('the list is paged without losing or repeating one', async () => {
  const ids = await jobs({ size: 7 });
  const first = await list('limit=4');
  const second = await list(`limit=4&cursor=${first.nextCursor}`);
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids.toReversed());
  expect(second.nextCursor).toBeNull();
});

test('a payload of any size is shown in part', async () => {
  await db().$client.query(`select graphile_worker.add_job('big', json_build_object('text', repeat('가', 100000)))`);
  const [job] = (await list()).items;
  expect(JSON.stringify(job?.payload).length).toBeLessThan(1100);
});

test('the summary counts by state and task, and tells how long the oldest that is due has waited', async () => {
  expect(await summary()).toEqual({ waiting: 0, running: 0, failed: 0, oldestWaitingSeconds: null, tasks: [] });
  await jobs({ ago: 90 });
  await jobs({ ago: -3600, attempts: 3 });
  await jobs({ locked: true, ago: 500 });
  await jobs({ task: 'settle-day', attempts: 12, ago: 500 });
  expect(await summary()).toEqual({
    waiting: 2,
    running: 1,
    failed: 1,
    oldestWaitingSeconds: expect.toSatisfy((seconds: number) => seconds >= 90 && seconds < 120),
    tasks: [
      { task: 'accrue-points', waiting: 2, running: 1, failed: 0 },
      { task: 'settle-day', waiting: 0, running: 0, failed: 1 },
    ],
  });
});

test('failed jobs run again with all their tries, those that are not failed stay as they are, and it is written down', async () => {
  const failed = await jobs({ size: 3, attempts: 12, ago: -3600 });
  const waiting = await jobs({ attempts: 5, ago: -3600 });
  const running = await jobs({ attempts: 12, locked: true });
  expect(await again({ ids: [...failed.slice(0, 2), ...waiting, ...running, 987_654] })).toEqual({ redriven: 2 });
  const { items } = await list();
  expect(items.map(({ id, state, attempts }) => [id, state, attempts])).toEqual([
    [running[0], 'running', 12],
    [waiting[0], 'waiting', 5],
    [failed[2], 'failed', 12],
    [failed[1], 'waiting', 0],
    [failed[0], 'waiting', 0],
  ]);
  expect(await summary()).toMatchObject({ oldestWaitingSeconds: expect.any(Number) });
  const { rows } = await db().$client.query(
    `select action, subject_kind, after from audit_log order by id desc limit 1`,
  );
  expect(rows).toEqual([{ action: 'jobs.redriven', subject_kind: 'jobs', after: { redriven: 2 } }]);
});

test('all of a task, or all there are, run again; two admins at once run each again once', async () => {
  await jobs({ size: 50, attempts: 12 });
  await jobs({ size: 5, attempts: 12, task: 'settle-day' });
  const answers = await Promise.all([1, 2, 3].map(() => again({ task: 'accrue-points', all: true })));
  expect(answers.map((answer) => (answer as { redriven: number }).redriven).sort((a, b) => a - b)).toEqual([0, 0, 50]);
  expect(await again({})).toEqual({ redriven: 5 });
  expect(await again({})).toEqual({ redriven: 0 });
});

test.each([
  { ids: [] },
  { ids: ['1'] },
  { ids: [0] },
  { ids: [1.5] },
  { ids: [1e300] },
  { task: 7 },
  { other: 1 },
  [],
  null,
])('refuses %j', async (body) => {
  expect(await again(body)).toMatchObject({ status: 422 });
});

test.each(['cursor=x', 'state=done', 'limit=0', 'limit=201', 'task=%00'])(
  'a wrong question (%s) is 422',
  async (query) => {
    expect(await list(query)).toMatchObject({ status: 422 });
  },
);

test('is for admins and programs with the scope', async () => {
  const reader = { authorization: (await bearer(['jobs:read'])).authorization };
  expect(await call(redrive, { method: 'POST', headers: reader, body: {} })).toMatchObject({ status: 403 });
  const user = await makeUser(db(), { email: 'member@example.com' });
  expect(await call(GET, { headers: await signedIn(db(), user.id) })).toMatchObject({ status: 403 });
  const admin = await makeUser(db(), { email: 'admin@example.com', roles: ['admin'] });
  expect(await call(summarize, { headers: await signedIn(db(), admin.id) })).toMatchObject({ status: 200 });
});

test('a hundred thousand jobs are listed, counted and run again at once', async () => {
  const [waiting] = await jobs({});
  await db().$client.query(
    `insert into graphile_worker._private_jobs (task_id, payload, attempts, max_attempts, last_error)
     select task_id, payload, 12, 12, 'out of order' from graphile_worker._private_jobs cross join generate_series(1, 100000)`,
  );
  const [oldest] = await jobs({ task: 'settle-day', attempts: 12 });
  await db().$client.query('analyze graphile_worker._private_jobs');
  expect((await list('state=failed&limit=200')).items).toHaveLength(200);
  expect((await list('state=waiting')).items.map(({ id }) => id)).toEqual([waiting]);
  expect((await list('task=settle-day')).items.map(({ id }) => id)).toEqual([oldest]);
  expect(await summary()).toMatchObject({ failed: 100_001 });
  expect(await again({})).toEqual({ redriven: 100_001 });
});
