import { batchDb } from './database';
import { errorFacts } from './error-facts';

export type CronName = 'minute' | 'daily';

/** Does the work of a cron and writes down when it began, ended or failed, so that one that stopped is noticed. */
export async function recordCron<T>(name: CronName, now: Date, work: () => Promise<T>): Promise<T> {
  const tell = (change: string, values: unknown[] = []) =>
    batchDb().$client.query(`update crons set ${change} where name = $1`, [name, ...values]);
  await batchDb().$client.query(
    'insert into crons (name, began_at) values ($1, $2) on conflict (name) do update set began_at = excluded.began_at',
    [name, now],
  );
  try {
    const result = await work();
    await tell('ended_at = clock_timestamp()');
    return result;
  } catch (error) {
    await tell('failed_at = clock_timestamp(), error = $2', [errorFacts(error).message]).catch(() => {});
    throw error;
  }
}
