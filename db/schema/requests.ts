import { index, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import { instant } from '../columns';

/**
 * First answers to requests that came with an `Idempotency-Key`, written in the transaction of what they did.
 * `actor` is `key:<id>` or `user:<id>`; `request_hash` is SHA-256 of method, path and body.
 */
export const idempotentAnswers = pgTable(
  'idempotent_answers',
  {
    actor: text('actor').notNull(),
    key: text('key').notNull(),
    requestHash: text('request_hash').notNull(),
    status: smallint('status').notNull(),
    body: text('body').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'idempotent_answers_pkey', columns: [t.actor, t.key] }),
    index('idempotent_answers_created_at_idx').on(t.createdAt), // the daily run forgets the old ones
  ],
);
