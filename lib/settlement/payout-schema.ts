import { z } from 'zod';
import { lineOf, listOf, PRINTABLE, paging } from '@/lib/kernel/fields';
import { PayoutAccount } from './account-schema';
import { MonthText, PayoutState } from './statement-schema';

const whole = z.number().int();
export const PayoutQuery = z.object({
  state: PayoutState.optional(),
  month: MonthText.optional(),
  ...paging(),
});
export type PayoutQuery = z.infer<typeof PayoutQuery>;
export const PayoutPath = z.object({ id: z.string() });
/** With `file`, the reference of one, that file again. */
export const ExportQuery = z.object({
  month: MonthText,
  file: z
    .string()
    .max(100)
    .regex(PRINTABLE, 'is the reference of no file')
    .transform((text) => text || undefined)
    .optional(),
});

/**
 * The payout of a statement, in won. `reason` says why it is held, or `no-account`; `creatorHeld` when all of the
 * creator's are. Its account is the present one until it is approved. `file` is the last bank file that it was in.
 */
export const Payout = z.object({
  id: whole,
  statementId: z.string(),
  month: z.string(),
  creator: z.object({ id: whole, name: z.string() }),
  amount: whole,
  state: PayoutState,
  heldFrom: z.enum(['pending', 'approved']).nullable(),
  reason: z.string().nullable(),
  creatorHeld: z.boolean(),
  account: z.object({ bank: z.string(), last4: z.string(), holder: z.string() }).nullable(),
  file: z.string().nullable(),
  reference: z.string().nullable(),
  approvedAt: z.string().nullable(),
  paidAt: z.string().nullable(),
});
export type Payout = z.infer<typeof Payout>;
export const PayoutList = listOf(Payout);

const sum = z.object({ count: whole, amount: whole });

/** Totals per state, of pending ones also those without an account; and bank files with approved payouts in them. */
export const PayoutSummary = z.object({
  month: z.string().nullable(),
  pending: sum,
  approved: sum,
  paid: sum,
  held: sum,
  noAccount: sum,
  notInFile: sum,
  files: z.array(z.object({ reference: z.string(), count: whole, amount: whole })),
});
export type PayoutSummary = z.infer<typeof PayoutSummary>;

export const SummaryQuery = z.object({ month: MonthText.optional() });
export const HoldBody = z.strictObject({ reason: lineOf('say why', 300) });
export const PayBody = z.strictObject({ reference: lineOf('send it', 100) });
export const ApproveMonth = z.strictObject({ month: MonthText });
/** What was approved, and how many stay pending since there is nowhere to pay to. */
export const ApprovedMonth = z.object({ approved: sum, noAccount: sum });
export type ApprovedMonth = z.infer<typeof ApprovedMonth>;
/** What was paid, and what of the file was not, since it is held or was paid before. */
export const PaidFile = z.object({ paid: sum, left: sum });
export type PaidFile = z.infer<typeof PaidFile>;

/** A creator as whoever pays them sees it. */
export const CreatorPayee = z.object({
  id: whole,
  name: z.string(),
  email: z.string(),
  account: PayoutAccount.nullable(),
  hold: z.object({ reason: z.string(), heldBy: z.string(), heldAt: z.string() }).nullable(),
});
export type CreatorPayee = z.infer<typeof CreatorPayee>;
