import { sql } from 'drizzle-orm';
import type { Db } from './database';

/** Queues a job in the transaction of what it belongs to. The same `key` replaces one that has not begun. */
export async function enqueue(tx: Db, name: string, payload: object, key: string): Promise<void> {
  await tx.execute(sql`select graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json, job_key => ${key})`);
}
