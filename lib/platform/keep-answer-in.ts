import { sql } from 'drizzle-orm';
import type { Db } from './database';
import type { FirstAnswer } from './first-answer';

type Kept = { status: number; body: unknown; now: Date };

/**
 * Keeps the first answer to a request in the transaction of what it did; nothing without an `Idempotency-Key`. When the
 * key was answered meanwhile the transaction fails, in the way that `isAnsweredMeanwhile` knows, and all of it is undone.
 */
export async function keepAnswerIn(tx: Db, answer: FirstAnswer | null, { status, body, now }: Kept): Promise<void> {
  if (!answer) return;
  const { actor, key, requestHash } = answer;
  await tx
    .execute(sql`insert into idempotent_answers (actor, key, request_hash, status, body, created_at)
      values (${actor}, ${key}, ${requestHash}, ${status}, ${JSON.stringify(body)}, ${now.toISOString()}::timestamptz)`)
    .catch((error: unknown) => {
      throw error instanceof Error && error.cause !== undefined ? error.cause : error;
    });
}
