import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { POST as postEvents } from '@/app/api/v1/events/route';
import { GET as getVideo } from '@/app/api/v1/videos/[id]/route';
import { ensurePartitions, partitionRange } from '@/lib/events/ensure-partitions';
import { bearer, call } from '@/lib/http/testing/call';
import { calendar } from '@/lib/platform/calendar';
import { db } from '@/lib/platform/database';
import { GET } from './route';

const ask = async (authorization = 'Bearer cron-secret-of-the-tests') => {
  const response = await GET(new Request('http://boxoffice.test/api/metrics', { headers: { authorization } }));
  return { status: response.status, text: await response.text() };
};
const lineOf = (text: string, series: string) => text.split('\n').find((line) => line.startsWith(`${series} `));

beforeEach(async () => {
  await ensurePartitions(partitionRange(calendar().dayOf(new Date())));
  await db().$client.query(
    `insert into contents (id, title, kind) overriding system value values (1, 'an article', 'article') on conflict do nothing`,
  );
});

test('tells requests by door and status, refusals by code, events by outcome, pools, jobs and days', async () => {
  const { authorization } = await bearer(['*']);
  const headers = { authorization };
  const event = { type: 'click', contentId: 1, viewerId: 'ann', at: new Date().toISOString() };
  const body = [{ ...event, id: randomUUID() }, { ...event, id: randomUUID() }, { id: 'no uuid' }];
  await call(postEvents, { method: 'POST', path: '/api/v1/events', body, headers });
  await call(getVideo, { path: '/api/v1/videos/77', params: { id: '77' }, headers });
  const { status, text } = await ask();
  expect(status).toBe(200);
  expect(text).toContain(
    'boxoffice_http_request_duration_seconds_count{method="POST",door="/api/v1/events",status="202"} 1',
  );
  expect(text).toContain('_count{method="GET",door="/api/v1/videos/[id]",status="404"} 1');
  expect(text).toMatch(/boxoffice_refusals_total\{code="[a-z/-]+not-found"\} 1/);
  for (const outcome of ['counted', 'rapid-repeat', 'invalid'])
    expect(text).toContain(`boxoffice_events_total{outcome="${outcome}"} 1`);
  expect(lineOf(text, 'boxoffice_partitions_ahead')).toBe('boxoffice_partitions_ahead 7');
  expect(lineOf(text, 'boxoffice_database_up')).toBe('boxoffice_database_up 1');
  expect(text).toContain('boxoffice_pool_connections{pool="ingest",state="waited-for"} 0');
  expect(lineOf(text, 'boxoffice_jobs_oldest_waiting_seconds')).toBeDefined();
});

test('counts past days that wait for a run, and those that changed since theirs', async () => {
  await db().$client.query(
    `insert into days (day, state, dirty) values ('2026-01-01', 'open', false), ('2026-01-02', 'settled', true)`,
  );
  const { text } = await ask();
  expect(lineOf(text, 'boxoffice_days_not_settled')).toBe('boxoffice_days_not_settled 1');
  expect(lineOf(text, 'boxoffice_days_dirty')).toBe('boxoffice_days_dirty 1');
});

test('tells nothing to whoever does not know the token', async () => {
  expect((await ask('Bearer guess')).status).toBe(401);
  expect((await ask('')).status).toBe(401);
});

test('a made-up path makes no series of its own', async () => {
  const { authorization } = await bearer(['*']);
  const headers = { authorization };
  for (const id of ['1%2F2', '%E0%A4%A', 'x y'])
    await call(getVideo, { path: `/api/v1/videos/${id}`, params: { id }, headers });
  const { text } = await ask();
  expect(text.match(/door="\/api\/v1\/videos[^"]*"/g)?.every((door) => door.endsWith('[id]"'))).toBe(true);
});
