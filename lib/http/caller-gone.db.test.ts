import { expect, test, vi } from 'vitest';
import { onBehalfOf, onBehalfOfAll } from '@/lib/platform/caller';
import { db, poolStates, readDb } from '@/lib/platform/database';
import { route } from './route';

const SLEEP = 'select pg_sleep(60)';
const sleeping = async () => {
  const { rows } = await db().$client.query<{ n: number }>(
    'select count(*)::int as n from pg_stat_activity where query = $1 and state = $2 and datname = current_database()',
    [SLEEP, 'active'],
  );
  return rows[0]?.n;
};
const soon = { timeout: 10_000, interval: 20 };
const read = () => readDb().$client.query(SLEEP);

test('a read ends in the database once the one who asked has gone, and the pool goes on', async () => {
  const caller = new AbortController();
  const asked = onBehalfOf(caller, read);
  asked.catch(() => {});
  await expect.poll(sleeping, soon).toBe(1);
  caller.abort();
  // Its own limit would have another reason.
  await expect(asked).rejects.toThrow('canceling statement due to user request');
  expect((await readDb().$client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  expect(poolStates().find(({ name }) => name === 'read')).toMatchObject({ connections: 1, idle: 1 });
});

test('who has gone before their turn is not served, nor inside a transaction', async () => {
  const caller = new AbortController();
  caller.abort();
  await expect(onBehalfOf(caller, read)).rejects.toThrow('the caller has gone');
  const other = new AbortController();
  const transaction = onBehalfOf(other, () => readDb().transaction((tx) => tx.execute(SLEEP)));
  transaction.catch(() => {});
  await expect.poll(sleeping, soon).toBe(1);
  other.abort();
  await expect(transaction).rejects.toMatchObject({ cause: { message: expect.stringContaining('user request') } });
});

test('a connection that a cancel may still reach is thrown away, whatever its user says of it', async () => {
  const connections = () => poolStates().find(({ name }) => name === 'read')?.connections;
  const caller = new AbortController();
  const client = await onBehalfOf(caller, () => readDb().$client.connect());
  const before = connections() ?? 0;
  caller.abort();
  client.release(false);
  expect(connections()).toBe(before - 1);
});

test('what others share goes on', async () => {
  const caller = new AbortController();
  const shared = onBehalfOf(caller, () => onBehalfOfAll(() => readDb().$client.query('select pg_sleep(0.2)')));
  caller.abort();
  expect((await shared).rowCount).toBe(1);
});

test.each(['GET', 'POST'])('a %s whose client has gone', async (method) => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  const caller = new AbortController();
  const wait = method === 'GET' ? SLEEP : 'select pg_sleep(0.2)';
  const door = route({
    summary: 'Waits.',
    scope: null,
    handle: () =>
      readDb()
        .$client.query(wait)
        .then(() => 'done'),
  });
  const answer = door(new Request('http://boxoffice.test/wait', { method, signal: caller.signal }));
  if (method === 'GET') await expect.poll(sleeping, soon).toBe(1);
  caller.abort();
  expect((await answer).status, 'what writes is finished').toBe(method === 'GET' ? 499 : 200);
  expect(await sleeping()).toBe(0);
});
