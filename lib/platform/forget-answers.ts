import type { Database } from './database';

/** For how long the same `Idempotency-Key` gets the first answer again; longer than anybody retries. */
const KEPT_DAYS = 7;
const AT_ONCE = 10_000;
const DAY_MILLISECONDS = 86_400_000;

/** Forgets first answers older than seven days, in short transactions, and returns how many. */
export async function forgetAnswers(db: Pick<Database, '$client'>, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_DAYS * DAY_MILLISECONDS);
  for (let forgotten = 0; ; ) {
    const { rowCount } = await db.$client.query(
      `delete from idempotent_answers where ctid = any(array(
        select ctid from idempotent_answers where created_at < $1 order by created_at limit ${AT_ONCE} for update skip locked))`,
      [before],
    );
    forgotten += rowCount ?? 0;
    if ((rowCount ?? 0) < AT_ONCE) return forgotten;
  }
}
