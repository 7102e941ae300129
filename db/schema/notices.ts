import { sql } from 'drizzle-orm';
import { check, index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { identity, instant } from '../columns';

/** What a member is told by the bell in the page, once for each thing. Ids grow; `reference` names the thing. */
export const notices = pgTable(
  'notices',
  {
    id: identity('notices_id_seq'),
    memberId: text('member_id').notNull(),
    reference: text('reference').notNull(),
    kind: text('kind').notNull(),
    data: jsonb('data').notNull(),
    at: instant('at').notNull(),
    readAt: instant('read_at'),
  },
  (t) => [
    primaryKey({ name: 'notices_pkey', columns: [t.memberId, t.reference] }),
    index('notices_newest_idx').on(t.memberId, t.id), // a member's notices, newest first
    index('notices_unread_idx').on(t.memberId).where(sql`read_at is null`), // the number on the bell
    check(
      'notices_kind',
      sql`${t.kind} in ('coupon-won', 'points-paid', 'ticket-bought', 'ticket-refunded', 'ranking-reward')`,
    ),
  ],
);
