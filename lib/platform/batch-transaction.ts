import type pg from 'pg';
import { clientTransaction } from './client-transaction';
import { batchDb } from './database';

/** A transaction of long work on a connection of its own. */
export function batchTransaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  return clientTransaction(batchDb(), work);
}
