import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { identity, instant } from '../columns';

/**
 * Mails to members, written in the transaction of what they tell (I14). What a mail says follows from its template and
 * `data`, so that each attempt sends the same one. `kept` was not sent: nothing to send with, or no address.
 */
export const mails = pgTable(
  'mails',
  {
    id: identity('mails_id_seq'),
    memberId: text('member_id').notNull(),
    /** What it is about, such as `order:17`; a member gets one mail about it. Its Message-ID is made from both. */
    sendId: text('send_id').notNull(),
    createdAt: instant('created_at').notNull(),
    /** Somebody is sending it until then, or has died. */
    heldUntil: instant('held_until'),
    triedAt: instant('tried_at'),
    sentAt: instant('sent_at'),
    attempts: integer('attempts').notNull().default(0),
    state: text('state').notNull().default('waiting'),
    template: text('template').notNull(),
    locale: text('locale').notNull(),
    /** Where the last attempt went to. */
    address: text('address'),
    /** What went wrong with the last attempt, or why it is kept. */
    error: text('error'),
    data: jsonb('data').notNull(),
  },
  (t) => [
    primaryKey({ name: 'mails_pkey', columns: [t.memberId, t.sendId] }),
    index('mails_id_idx').on(t.id), // the outbox, newest first, and a mail by its address
    index('mails_state_idx').on(t.state, t.id).where(sql`state <> 'sent'`), // what has not gone out
    check('mails_state', sql`${t.state} in ('waiting', 'sent', 'kept', 'failed')`),
    check('mails_sent', sql`(${t.state} = 'sent') = (${t.sentAt} is not null)`),
    check('mails_locale', sql`${t.locale} in ('ko', 'en')`),
    check('mails_attempts', sql`${t.attempts} >= 0`),
  ],
);
