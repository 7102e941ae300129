import type pg from 'pg';
import { batchDb } from './database';

/** A transaction of long work on a connection of its own; one that failed half-way is thrown away, and its work with it. */
export async function batchTransaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await batchDb().$client.connect();
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
