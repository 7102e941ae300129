import type { Database } from './database';

/** Under what name the first answer to a request with an `Idempotency-Key` is kept; a key belongs to its actor. */
export type FirstAnswer = { actor: string; key: string; requestHash: string };

export type KeptAnswer = { requestHash: string; status: number; body: string };

type Connection = Pick<Database, '$client'>;

/** The first answer under this key, if there is one yet. */
export async function findAnswer(db: Connection, { actor, key }: FirstAnswer): Promise<KeptAnswer | null> {
  const { rows } = await db.$client.query<KeptAnswer>({
    name: 'find-answer',
    text: `select request_hash as "requestHash", status, body from idempotent_answers where actor = $1 and key = $2`,
    values: [actor, key],
  });
  return rows[0] ?? null;
}

/** Keeps an answer that changed nothing, such as a refusal. False when another one was first. */
export async function keepAnswer(
  db: Connection,
  { actor, key, requestHash }: FirstAnswer,
  { status, body, now }: { status: number; body: string; now: Date },
): Promise<boolean> {
  const { rowCount } = await db.$client.query({
    name: 'keep-answer',
    text: `insert into idempotent_answers (actor, key, request_hash, status, body, created_at)
      values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    values: [actor, key, requestHash, status, body, now],
  });
  return rowCount === 1;
}

/** Whether a transaction failed because the same key was answered while it ran. */
export function isAnsweredMeanwhile(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'constraint' in error &&
    error.constraint === 'idempotent_answers_pkey'
  );
}
