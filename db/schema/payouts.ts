import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { day, identity, instant, int8, money } from '../columns';

/** Months that were closed, by their first day, with what all of their lines are worth. Never changed. */
export const settlementMonths = pgTable(
  'settlement_months',
  {
    month: day('month').notNull(),
    closedAt: instant('closed_at').notNull(),
    closedBy: text('closed_by').notNull(),
    creators: integer('creators').notNull(),
    videoWon: money('video_won'),
    adWon: money('ad_won'),
    netWon: money('net_won'),
  },
  (t) => [primaryKey({ name: 'settlement_months_pkey', columns: [t.month] })],
);

/**
 * What a creator earned in a closed month, frozen with the payee and the rates of then (settlement rule 6). Amounts
 * below zero are carried to the next statement: `carried_won` came from the one before, `carries_won` goes on. A trigger
 * refuses every change. Rates are ten-thousandths.
 */
export const statements = pgTable(
  'statements',
  {
    creatorId: int8('creator_id').notNull(),
    month: day('month').notNull(),
    videos: int8('videos').notNull(),
    views: int8('views').notNull(),
    adViews: int8('ad_views').notNull(),
    videoWon: money('video_won'),
    adWon: money('ad_won'),
    adjustmentsWon: money('adjustments_won'),
    carriedWon: money('carried_won'),
    payee: text('payee').notNull(),
    incomeTaxRate: integer('income_tax_rate').notNull(),
    localTaxRate: integer('local_tax_rate').notNull(),
    incomeTaxWon: money('income_tax_won'),
    localTaxWon: money('local_tax_won'),
    netWon: money('net_won'),
    carriesWon: money('carries_won'),
    refusals: jsonb('refusals').$type<{ type: string; reason: string; count: number }[]>().notNull(),
    lines: int8('lines').notNull(),
    linesChecksum: text('lines_checksum').notNull(),
    closedAt: instant('closed_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'statements_pkey', columns: [t.creatorId, t.month] }),
    unique('statements_net_key').on(t.creatorId, t.month, t.netWon), // what a payout is of
    index('statements_month_idx').on(t.month, t.creatorId), // all of a month
    check('statements_payee', sql`${t.payee} in ('individual', 'business')`),
    check('statements_carried', sql`${t.carriedWon} <= 0 and ${t.carriesWon} <= 0`),
    check(
      'statements_net',
      sql`${t.netWon} >= 0 and ${t.videoWon} + ${t.adWon} + ${t.carriedWon} = ${t.netWon} + ${t.incomeTaxWon} + ${t.localTaxWon} + ${t.carriesWon}`,
    ),
    check(
      'statements_withheld',
      sql`${t.incomeTaxWon} >= 0 and ${t.localTaxWon} >= 0 and (${t.payee} = 'individual' or ${t.incomeTaxWon} + ${t.localTaxWon} = 0)`,
    ),
  ],
);

/** Where a creator is paid. The number is sealed (AES-256-GCM); what is shown are its last 4 digits. */
export const payoutAccounts = pgTable(
  'payout_accounts',
  {
    creatorId: int8('creator_id').notNull(),
    bank: text('bank').notNull(),
    sealedNumber: text('sealed_number').notNull(),
    last4: text('last4').notNull(),
    holder: text('holder').notNull(),
    payee: text('payee').notNull(),
    businessNumber: text('business_number'),
    changedAt: instant('changed_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'payout_accounts_pkey', columns: [t.creatorId] }),
    check('payout_accounts_payee', sql`${t.payee} in ('individual', 'business')`),
    check('payout_accounts_business_number', sql`(${t.payee} = 'business') = (${t.businessNumber} is not null)`),
    check('payout_accounts_last4', sql`${t.last4} ~ '^[0-9]{4}$'`),
  ],
);

/** A creator whose payouts an admin holds, those to come too, until it is lifted. */
export const creatorHolds = pgTable(
  'creator_holds',
  {
    id: identity('creator_holds_id_seq'),
    creatorId: int8('creator_id').notNull(),
    reason: text('reason').notNull(),
    heldBy: text('held_by').notNull(),
    heldAt: instant('held_at').notNull(),
    liftedAt: instant('lifted_at'),
  },
  (t) => [
    primaryKey({ name: 'creator_holds_pkey', columns: [t.id] }),
    uniqueIndex('creator_holds_standing_key').on(t.creatorId).where(sql`lifted_at is null`), // one at a time
  ],
);

/**
 * The payout of a statement: pending -> approved -> paid; held keeps the state that it returns to. Once approved it
 * keeps the account of then. `file` is the last bank file that it was in.
 */
export const payouts = pgTable(
  'payouts',
  {
    id: identity('payouts_id_seq'),
    creatorId: int8('creator_id').notNull(),
    month: day('month').notNull(),
    amountWon: money('amount_won'),
    state: text('state').notNull(),
    heldFrom: text('held_from'),
    heldReason: text('held_reason'),
    holdId: int8('hold_id'),
    bank: text('bank'),
    sealedNumber: text('sealed_number'),
    last4: text('last4'),
    holder: text('holder'),
    file: text('file'),
    createdAt: instant('created_at').notNull(),
    approvedAt: instant('approved_at'),
    paidAt: instant('paid_at'),
    paidReference: text('paid_reference'),
  },
  (t) => [
    primaryKey({ name: 'payouts_pkey', columns: [t.id] }),
    uniqueIndex('payouts_statement_key').on(t.creatorId, t.month), // one a statement
    index('payouts_month_idx').on(t.month, t.id), // all of a month, page by page
    foreignKey({
      name: 'payouts_statement_fkey',
      columns: [t.creatorId, t.month, t.amountWon],
      foreignColumns: [statements.creatorId, statements.month, statements.netWon],
    }),
    foreignKey({ name: 'payouts_hold_fkey', columns: [t.holdId], foreignColumns: [creatorHolds.id] }),
    check('payouts_amount', sql`${t.amountWon} > 0`),
    check('payouts_state', sql`${t.state} in ('pending', 'approved', 'paid', 'held')`),
    check(
      'payouts_held',
      sql`(${t.state} = 'held') = (${t.heldFrom} is not null) and (${t.state} = 'held') = (${t.heldReason} is not null) and ${t.heldFrom} in ('pending', 'approved')`,
    ),
    check(
      'payouts_account',
      sql`(coalesce(${t.heldFrom}, ${t.state}) = 'pending') = (${t.sealedNumber} is null) and (${t.sealedNumber} is null) = (${t.bank} is null) and (${t.sealedNumber} is null) = (${t.holder} is null) and (${t.sealedNumber} is null) = (${t.approvedAt} is null)`,
    ),
    check(
      'payouts_paid',
      sql`(${t.state} = 'paid') = (${t.paidAt} is not null) and (${t.state} = 'paid') = (${t.paidReference} is not null)`,
    ),
  ],
);
