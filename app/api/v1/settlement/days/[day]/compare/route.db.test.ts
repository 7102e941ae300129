import { beforeAll, expect, test } from 'vitest';
import { TASKS } from '@/lib/http/tasks';
import { bearer, call } from '@/lib/http/testing/call';
import { addDays, type Day } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { now } from '@/lib/platform/clock';
import { db } from '@/lib/platform/database';
import { GET, POST } from './route';

let headers: Record<string, string>;
let day: Day;
const query = (text: string, values: unknown[] = []) => db().$client.query(text, values);
const ask = (door: typeof GET, method = 'GET', as = headers, of = day as string) =>
  call(door, { method, headers: as, params: { day: of } });

beforeAll(async () => {
  day = addDays(calendar().dayOf(now()), -1);
  headers = { authorization: (await bearer(['settlements:write'])).authorization };
  await query('insert into days (day, state) values ($1, $2)', [day, 'settled']);
});

test('a comparison is queued with its audit row, and its job leaves the result', async () => {
  expect(await ask(GET)).toMatchObject({ status: 404, json: { code: 'settlement/day-not-compared' } });
  expect(await ask(POST, 'POST')).toMatchObject({ status: 202, json: { day, queued: true } });
  const { rows } = await query(`select key from graphile_worker._private_jobs`);
  expect(rows).toEqual([{ key: `compare-day ${day}` }]);
  await TASKS['compare-day']?.run({ day }, now(), true);
  expect(await ask(GET)).toMatchObject({
    status: 200,
    json: { state: 'succeeded', result: { verdicts: [], videos: [] } },
  });
  const { rows: audit } = await query(`select action, subject_id as day from audit_log`);
  expect(audit).toContainEqual({ action: 'day.comparison-queued', day });
});

test('wants the scope and a day that there is', async () => {
  const reader = { authorization: (await bearer(['settlements:read'])).authorization };
  for (const [door, method] of [
    [GET, 'GET'],
    [POST, 'POST'],
  ] as const)
    expect(await ask(door, method, reader)).toMatchObject({ status: 403, json: { code: 'accounts/missing-scope' } });
  expect(await ask(POST, 'POST', headers, '2020-01-01')).toMatchObject({
    status: 404,
    json: { code: 'settlement/day-not-found' },
  });
});
