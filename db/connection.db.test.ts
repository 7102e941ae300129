import { expect, inject, test } from 'vitest';
import { connect } from './connection';

test('a server that says nothing for too long is given up, and the next statement has a new connection', async () => {
  const database = connect({
    url: `${inject('postgresUrl')}postgres`,
    name: 'a test of silence',
    maxConnections: 1,
    statementTimeoutMilliseconds: 60_000,
    waitMilliseconds: 30_000,
    silenceMilliseconds: 2_000,
  });
  // Else each quiet connection would be taken for one whose server is gone, and the log would say so.
  expect(database.$client.options.idleTimeoutMillis).toBeLessThan(2_000);
  await expect(database.$client.query('select pg_sleep(60)')).rejects.toThrow('no word from Postgres within 2000 ms');
  const ask = async () => (await database.$client.query('select 1 as one')).rows;
  await expect.poll(ask, { timeout: 20_000 }).toEqual([{ one: 1 }]);
  await database.$client.end();
});
