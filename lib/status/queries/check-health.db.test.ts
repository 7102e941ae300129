import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { GET } from '@/app/api/health/route';
import { POST as postEvents } from '@/app/api/v1/events/route';
import { ensurePartitions, partitionName, partitionRange } from '@/lib/events/ensure-partitions';
import { bearer, call } from '@/lib/http/testing/call';
import { addDays } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { closePools, db } from '@/lib/platform/database';
import { resetEnv } from '@/lib/platform/env';
import { checkHealth } from './check-health';

const now = new Date();
const stateOf = async () => {
  const { ready, checks } = await checkHealth(now);
  return { ready, failing: checks.filter(({ ok }) => !ok).map(({ name }) => name) };
};

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'boxoffice-health-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

beforeEach(async () => {
  set({ BOXOFFICE_DATA_DIR: folder });
  await ensurePartitions(partitionRange(calendar().dayOf(now)));
});

afterEach(() => {
  vi.unstubAllEnvs();
  resetEnv();
});

function set(settings: Record<string, string>): void {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  resetEnv();
}

const pictures = async () => (await checkHealth(now)).checks.find(({ name }) => name === 'pictures');

test('where pictures are kept is said, and that the disk is for one host', async () => {
  expect(await pictures()).toMatchObject({ ok: true, detail: expect.stringContaining('for one host') });
  set({ ASSET_S3_BUCKET: 'b', ASSET_S3_ACCESS_KEY_ID: 'i', ASSET_S3_SECRET_ACCESS_KEY: 's' });
  expect(await pictures()).toMatchObject({ ok: true, detail: 'kept in the bucket' });
});

test('a database that takes no writes, such as a standby, is not ready, and who writes is told to come again', async () => {
  const { authorization } = await bearer(['events:write']);
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  const {
    rows: [{ name }],
  } = await db().$client.query('select current_database() as name');
  const events = [{ id: randomUUID(), type: 'click', contentId: 1, viewerId: 'v', at: now.toISOString() }];
  const post = () => call(postEvents, { method: 'POST', headers: { authorization }, body: { events } });
  await db().$client.query(`alter database ${name} set default_transaction_read_only = on`);
  await closePools();
  const [state, answer] = [await stateOf(), await post()];
  await db().$client.query(`begin read write; alter database ${name} reset default_transaction_read_only; commit`);
  await closePools();
  expect(state).toMatchObject({ ready: false, failing: expect.arrayContaining(['database']) });
  expect(answer).toMatchObject({ status: 503, json: { code: 'platform/busy' } });
  expect(answer.headers.get('retry-after')).toBe('2');
  expect(await stateOf()).toMatchObject({ ready: true });
  expect((await post()).status).toBe(202);
});

test('no place for pictures is said, and keeps nobody from working', async () => {
  set({ VERCEL: '1' });
  expect(await stateOf()).toEqual({ ready: true, failing: ['pictures'] });
  const file = join(folder, 'no-folder');
  await writeFile(file, '');
  set({ VERCEL: '', BOXOFFICE_DATA_DIR: file });
  expect(await stateOf()).toEqual({ ready: true, failing: ['pictures'] });
  expect((await pictures())?.detail).not.toContain(folder);
});

test('a migrated database with partitions ahead is ready', async () => {
  expect(await stateOf()).toEqual({ ready: true, failing: [] });
  const answer = await GET(new Request('http://localhost/api/health'));
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ live: true, ready: true });
});

test('however many ask at once, the database is asked once', async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => checkHealth(now)));
  expect(new Set(answers).size).toBe(1);
  expect(await checkHealth(now)).not.toBe(answers[0]);
});

test('a missing partition is said, and keeps nobody from working', async () => {
  await db().$client.query(`drop table ${partitionName(addDays(calendar().dayOf(now), 3))}`);
  expect(await stateOf()).toEqual({ ready: true, failing: ['partitions'] });
});

test('a schema that is behind this version is not ready, with the remedy', async () => {
  await db().$client.query(
    'delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations)',
  );
  expect(await stateOf()).toEqual({ ready: false, failing: ['migrations'] });
  const answer = await GET(new Request('http://localhost/api/health'));
  expect(answer.status).toBe(503);
  expect(JSON.stringify(await answer.json())).toContain('npm run db:migrate');
});

test('a database that is away is not ready, and its address is not told', async () => {
  await closePools();
  process.env.DATABASE_URL = 'postgres://somebody:secret@127.0.0.1:1/none';
  resetEnv();
  expect(await stateOf()).toEqual({ ready: false, failing: ['database'] });
  expect(JSON.stringify(await checkHealth(now))).not.toMatch(/secret|127\.0\.0\.1/);
});
