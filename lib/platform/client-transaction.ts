import type pg from 'pg';
import type { Database } from './database';

/** A transaction on one connection of a pool; one that failed half-way is thrown away, and its work with it. */
export async function clientTransaction<T>(
  on: Pick<Database, '$client'>,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await on.$client.connect();
  let broken = true;
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    broken = false;
    return result;
  } finally {
    client.release(broken);
  }
}
