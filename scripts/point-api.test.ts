import { afterEach, expect, test } from 'vitest';
import { type PointApi, startPointApi } from './point-api';

let api: PointApi;
afterEach(() => api.stop());

const wanted = { memberId: 'ann', points: 5, reference: 'a:1' };
const post = (path = '', body: unknown = wanted, key: string | null = 'a:1') =>
  fetch(`${api.url}${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: key === null ? {} : { 'idempotency-key': key },
  });
const ledger = async () => (await fetch(`${api.url}__ledger`)).json();

test('credits a key once, and says when it was before', async () => {
  api = await startPointApi();
  expect([(await post()).status, await (await post()).json()]).toEqual([201, { reference: 'a:1', duplicate: true }]);
  expect(await ledger()).toEqual({ 'a:1': wanted });
  expect((await post('', { ...wanted, points: 6 })).status).toBe(422);
});

test('wants a key and a whole request', async () => {
  api = await startPointApi();
  expect((await post('', wanted, null)).status).toBe(400);
  expect((await post('', { ...wanted, points: -1 })).status).toBe(400);
  expect((await fetch(api.url)).status).toBe(405);
  expect(await ledger()).toEqual({});
});

test('learns while it runs to fail, to end the connection after doing the work, and to behave again', async () => {
  api = await startPointApi();
  await post('__behave', { fail: 1 });
  expect((await post()).status).toBe(500);
  expect(await ledger()).toEqual({});
  await post('__behave', { fail: 0, drop: 1 });
  await expect(post()).rejects.toThrow();
  expect(await ledger()).toEqual({ 'a:1': wanted });
  expect((await post('__behave', { nonsense: 1 })).status).toBe(400);
  expect(await (await post('__behave', { drop: 0, conflict: true })).json()).toMatchObject({ drop: 0, conflict: true });
  expect((await post()).status).toBe(409);
});
