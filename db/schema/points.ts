import { sql } from 'drizzle-orm';
import { check, index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { identity, instant, int8 } from '../columns';

/**
 * Double-entry ledger (points rule 1). A transfer moves points between a member's wallet and one account of the house;
 * its reference says what for and is unique, so that it takes place once. Every key holds `member_id`, by which the
 * ledger can be spread. Triggers: entries of a transfer sum to 0 at commit; nothing is updated or deleted.
 */
export const pointTransfers = pgTable(
  'point_transfers',
  {
    id: identity('point_transfers_id_seq'),
    memberId: text('member_id').notNull(),
    kind: text('kind').notNull(),
    reference: text('reference').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'point_transfers_pkey', columns: [t.memberId, t.id] }),
    uniqueIndex('point_transfers_reference_key').on(t.memberId, t.reference),
    check('point_transfers_member_id_length', sql`char_length(${t.memberId}) between 1 and 64`),
  ],
);

/** `account` is `wallet` for the member, otherwise the account of the house that gives or takes. */
export const pointEntries = pgTable(
  'point_entries',
  {
    transferId: int8('transfer_id').notNull(),
    amount: int8('amount').notNull(),
    memberId: text('member_id').notNull(),
    account: text('account').notNull(),
  },
  (t) => [
    primaryKey({ name: 'point_entries_pkey', columns: [t.memberId, t.transferId, t.account] }),
    check('point_entries_account', sql`${t.account} in ('wallet', 'ads', 'posts', 'ranking', 'shop', 'correction')`),
    check('point_entries_amount', sql`${t.amount} <> 0`),
  ],
);

/** What a member has: the sum of the wallet's entries, kept by a trigger on them, never below zero. */
export const pointBalances = pgTable(
  'point_balances',
  { memberId: text('member_id').notNull(), balance: int8('balance').notNull() },
  (t) => [
    primaryKey({ name: 'point_balances_pkey', columns: [t.memberId] }),
    check('point_balances_not_negative', sql`${t.balance} >= 0`),
  ],
);

/** Points that were promised and are paid by a job; `accrued_at` is null until they are. */
export const pointAccruals = pgTable(
  'point_accruals',
  {
    amount: int8('amount').notNull(),
    promisedAt: instant('promised_at').notNull(),
    accruedAt: instant('accrued_at'),
    memberId: text('member_id').notNull(),
    kind: text('kind').notNull(),
    reference: text('reference').notNull(),
  },
  (t) => [
    primaryKey({ name: 'point_accruals_pkey', columns: [t.memberId, t.reference] }),
    index('point_accruals_pending_idx').on(t.memberId).where(sql`accrued_at is null`), // what a member still waits for
    check('point_accruals_amount', sql`${t.amount} > 0`),
  ],
);
