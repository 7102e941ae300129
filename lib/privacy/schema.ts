import { z } from 'zod';

export const MemberInPath = z.object({ id: z.string() });

/** Typed by whoever means it: the member's own id. */
export const EraseMember = z.strictObject({ confirm: z.string('type the member id') });

const rows = z.array(z.record(z.string(), z.unknown()));

/** Everything that is kept about a member. */
export const MemberExport = z.object({
  memberId: z.string(),
  exportedAt: z.string(),
  account: rows,
  identities: rows,
  sessions: rows,
  roleRequests: rows,
  posts: rows,
  comments: rows,
  likes: rows,
  participations: rows,
  pointEntries: rows,
  coupons: rows,
  orders: rows,
  vouchers: rows,
  /** Of the number only the last 4 digits. */
  payoutAccounts: rows,
  statements: rows,
  payouts: rows,
  watchPositions: rows,
  notices: rows,
  mails: rows,
});

/** How much was erased of each. */
export const MemberErased = z.object({
  posts: z.number().int(),
  comments: z.number().int(),
  mails: z.number().int(),
  notices: z.number().int(),
  watchRows: z.number().int(),
  sessions: z.number().int(),
});
export type MemberErased = z.infer<typeof MemberErased>;
