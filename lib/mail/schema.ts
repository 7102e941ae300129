import { z } from 'zod';
import { listOf, OpaqueId, paging } from '@/lib/kernel/fields';
import { LOCALES } from '@/lib/kernel/locale';

const Discount = z.object({ kind: z.enum(['percent', 'points']), value: z.number().int().positive() });

/** What each kind of mail is made from; stored with the mail, so that every attempt says the same. */
export const MAIL_DATA = {
  'coupon-won': z.object({
    postId: z.number().int(),
    postTitle: z.string(),
    discount: Discount,
    expiresAt: z.string().nullable(),
  }),
  'ticket-bought': z.object({
    orderId: z.number().int(),
    productName: z.string(),
    voucherCode: z.string(),
    price: z.number().int(),
    discount: z.number().int(),
    paid: z.number().int(),
    balance: z.number().int(),
  }),
  'ticket-refunded': z.object({
    orderId: z.number().int(),
    productName: z.string(),
    paid: z.number().int(),
    reason: z.string(),
  }),
};

export const MAIL_TEMPLATES = ['coupon-won', 'ticket-bought', 'ticket-refunded'] as const;
export type MailTemplate = (typeof MAIL_TEMPLATES)[number];
export type MailData = { [T in MailTemplate]: z.infer<(typeof MAIL_DATA)[T]> };

/** Waiting for its next attempt, sent, kept (no server to send with, or no address), or given up until an admin acts. */
export const MAIL_STATES = ['waiting', 'sent', 'kept', 'failed'] as const;

/** A mail of the outbox. `reason` says why it is kept, `error` what the last attempt met. */
export const Mail = z.object({
  id: z.number().int(),
  sendId: z.string(),
  memberId: z.string(),
  template: z.enum(MAIL_TEMPLATES),
  locale: z.enum(LOCALES),
  state: z.enum(MAIL_STATES),
  attempts: z.number().int(),
  address: z.string().nullable(),
  subject: z.string(),
  error: z.string().nullable(),
  createdAt: z.string(),
  triedAt: z.string().nullable(),
  sentAt: z.string().nullable(),
});
export type Mail = z.infer<typeof Mail>;
export const MailList = listOf(Mail);
export type MailList = z.infer<typeof MailList>;
export const MailQuery = z.object({
  state: z.enum(MAIL_STATES, `is none of ${MAIL_STATES.join(', ')}`).optional(),
  memberId: OpaqueId.optional(),
  ...paging(),
});
export type MailQuery = z.infer<typeof MailQuery>;

/** A mail with what it says; pictures lie within the HTML. */
export const MailShown = Mail.extend({ messageId: z.string(), text: z.string(), html: z.string() });
export type MailShown = z.infer<typeof MailShown>;

export const MailPath = z.object({ id: z.string() });

/** How many mails there are of each state that is not sent. */
export const MailSummary = z.object({ waiting: z.number().int(), kept: z.number().int(), failed: z.number().int() });
export type MailSummary = z.infer<typeof MailSummary>;

export const MailsRedrive = z.strictObject({
  ids: z
    .array(z.number().int().positive().max(Number.MAX_SAFE_INTEGER), 'is no list of ids')
    .min(1, 'is empty; name the mails')
    .max(200, 'has more than 200 ids; send several requests'),
});
export type MailsRedrive = z.infer<typeof MailsRedrive>;
export const MailsRedriven = z.object({ redriven: z.number().int() });
