import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { Day } from '@/lib/kernel/day';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });
const creator = () => bigint('creator_id', { mode: 'number' }).notNull();
const month = () => date('month').$type<Day>().notNull();
const count = (name: string) => bigint(name, { mode: 'number' }).notNull();
const won = (name: string) => bigint(name, { mode: 'bigint' }).notNull();

/** Months that were closed, by their first day, with what all of their lines are worth. Never changed. */
export const settlementMonths = pgTable(
  'settlement_months',
  {
    month: month(),
    closedAt: instant('closed_at').notNull(),
    closedBy: text('closed_by').notNull(),
    creators: integer('creators').notNull(),
    videoWon: won('video_won'),
    adWon: won('ad_won'),
    netWon: won('net_won'),
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
    creatorId: creator(),
    month: month(),
    videos: count('videos'),
    views: count('views'),
    adViews: count('ad_views'),
    videoWon: won('video_won'),
    adWon: won('ad_won'),
    adjustmentsWon: won('adjustments_won'),
    carriedWon: won('carried_won'),
    payee: text('payee').notNull(),
    incomeTaxRate: integer('income_tax_rate').notNull(),
    localTaxRate: integer('local_tax_rate').notNull(),
    incomeTaxWon: won('income_tax_won'),
    localTaxWon: won('local_tax_won'),
    netWon: won('net_won'),
    carriesWon: won('carries_won'),
    refusals: jsonb('refusals').$type<{ type: string; reason: string; count: number }[]>().notNull(),
    lines: count('lines'),
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
    creatorId: creator(),
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
    id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity({ name: 'creator_holds_id_seq' }),
    creatorId: creator(),
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
    id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity({ name: 'payouts_id_seq' }),
    creatorId: creator(),
    month: month(),
    amountWon: won('amount_won'),
    state: text('state').notNull(),
    heldFrom: text('held_from'),
    heldReason: text('held_reason'),
    holdId: bigint('hold_id', { mode: 'number' }),
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
