import { z } from 'zod';
import { idText, listOf, paging } from '@/lib/kernel/fields';
import { monthOf } from './month';
import { SettlementAdjustment, SettlementItem } from './schema';

const whole = z.number().int();

/** `YYYY-MM`, read as the first day of the month. */
export const MonthText = z.string('is missing; send YYYY-MM').transform((text, context) => {
  const month = monthOf(text);
  if (month) return month;
  context.addIssue({ code: 'custom', message: 'is no month; send YYYY-MM' });
  return z.NEVER;
});

export const MonthPath = z.object({ month: z.string() });

/**
 * A month of the settlement. While it is open its totals are those of the lines so far, and `net` is not known;
 * `daysNotClosed` counts days to come as well. Amounts are won.
 */
export const SettlementMonth = z.object({
  month: z.string(),
  state: z.enum(['open', 'closable', 'closed']),
  from: z.string(),
  to: z.string(),
  daysNotClosed: whole,
  firstDayNotClosed: z.string().nullable(),
  creators: whole,
  totals: z.object({ video: whole, ad: whole, total: whole }),
  net: whole.nullable(),
  closedAt: z.string().nullable(),
  closedBy: z.string().nullable(),
});
export type SettlementMonth = z.infer<typeof SettlementMonth>;
export const MonthList = z.object({ items: z.array(SettlementMonth), nextCursor: z.null() });

export const StatementQuery = z.object({
  month: MonthText.optional(),
  creatorId: idText('is no id of a person').optional(),
  ...paging(),
});
export type StatementQuery = z.infer<typeof StatementQuery>;
export const StatementPath = z.object({ id: z.string() });

export const Payee = z.enum(['individual', 'business']);
export type Payee = z.infer<typeof Payee>;

/** Events of this creator's videos that were not paid, and why (settlement rule 8). */
export const StatementRefusal = z.object({ type: z.enum(['view', 'ad-view']), reason: z.string(), count: whole });

export const PayoutState = z.enum(['pending', 'approved', 'paid', 'held']);
export type PayoutState = z.infer<typeof PayoutState>;

/** `reason` says why it is held, or `no-account` while there is nowhere to pay to. */
const StatementPayout = z.object({
  id: whole,
  state: PayoutState,
  amount: whole,
  reason: z.string().nullable(),
  account: z.object({ bank: z.string(), last4: z.string(), holder: z.string() }).nullable(),
  approvedAt: z.string().nullable(),
  paidAt: z.string().nullable(),
});

/**
 * What a creator earned in a month. `total` is all of its lines with `adjustments` among them; with `carriedIn` (won
 * owed from before, at most 0) it is what taxes are withheld from. What is below zero is carried on (`carriedOut`).
 * Provisional while the month is open. Amounts are whole won, rates ratios.
 */
export const Statement = z.object({
  id: z.string(),
  month: z.string(),
  from: z.string(),
  to: z.string(),
  state: z.enum(['provisional', 'final']),
  creator: z.object({ id: whole, name: z.string() }),
  videos: whole,
  views: whole,
  adViews: whole,
  videoAmount: whole,
  adAmount: whole,
  adjustments: whole,
  total: whole,
  carriedIn: whole,
  payee: Payee,
  incomeTaxRate: z.number(),
  localTaxRate: z.number(),
  incomeTax: whole,
  localTax: whole,
  net: whole,
  carriedOut: whole,
  refusals: z.array(StatementRefusal),
  lines: whole,
  checksum: z.string(),
  closedAt: z.string().nullable(),
  payout: StatementPayout.nullable(),
});
export type Statement = z.infer<typeof Statement>;
export const StatementList = listOf(Statement);

export const StatementLineQuery = z.object(paging());

/** The same with its reason: events that came late, or views that were voided. */
export const StatementAdjustment = SettlementAdjustment.extend({ reason: z.enum(['late-events', 'voided']) });

/** A video's part of a statement; its amounts include the adjustments. */
export const StatementLine = SettlementItem.extend({ adjustments: z.array(StatementAdjustment) });
export type StatementLine = z.infer<typeof StatementLine>;
export const StatementLineList = listOf(StatementLine);

/** `locale` is the language of the file; without it that of the browser. */
export const DownloadQuery = z.object({
  format: z.enum(['csv', 'xlsx', 'pdf'], 'is none of csv, xlsx, pdf'),
  locale: z.enum(['ko', 'en'], 'is none of ko, en').optional(),
});
