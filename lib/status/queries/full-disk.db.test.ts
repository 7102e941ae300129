import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { POST as postEvents } from '@/app/api/v1/events/route';
import { bearer, call } from '@/lib/http/testing/call';
import { db } from '@/lib/platform/database';
import { checkHealth } from './check-health';

test('a full disk of the database is told for a minute after a write that it refused, and reads go on', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  const { authorization } = await bearer(['events:write']);
  const now = new Date();
  const events = [{ id: randomUUID(), type: 'click', contentId: 1, viewerId: 'v', at: now.toISOString() }];
  const post = () => call(postEvents, { method: 'POST', headers: { authorization }, body: { events } });
  await db().$client.query(`create function disk_is_full() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$;
    create trigger disk_is_full before insert on intake_deltas for each row execute function disk_is_full()`);
  expect((await post()).status).toBe(503);
  await db().$client.query('drop function disk_is_full cascade');
  const healthAt = async (at: Date) => {
    const { ready, checks } = await checkHealth(at);
    return { ready, database: checks.find(({ name }) => name === 'database') };
  };
  const told = await healthAt(now);
  expect(told).toMatchObject({ ready: true, database: { ok: false, detail: expect.stringContaining('disk is full') } });
  expect((await post()).status).toBe(202);
  const later = await healthAt(new Date(Date.now() + 61_000));
  expect(later).toMatchObject({ ready: true, database: { ok: true } });
});
