import { z } from 'zod';
import { listOf, paging } from '@/lib/kernel/fields';

/** Points a member has, and points promised that a job is about to pay. */
export const Points = z.object({ balance: z.number().int(), pending: z.number().int() });
export type Points = z.infer<typeof Points>;

export const TRANSFER_KINDS = ['ad-reward', 'post-reward', 'ranking-reward', 'order', 'refund', 'correction'] as const;
export type TransferKind = (typeof TRANSFER_KINDS)[number];

/** One movement of a member's wallet; `reference` says what it is for, such as `participation:17`, and `subject` names it. */
export const PointEntry = z.object({
  id: z.number().int(),
  at: z.string(),
  amount: z.number().int(),
  kind: z.enum(TRANSFER_KINDS),
  reference: z.string(),
  subject: z.string().nullable(),
});
export type PointEntry = z.infer<typeof PointEntry>;
export const PointEntryList = listOf(PointEntry);
export const PointEntryQuery = z.object({
  ...paging(),
});
export type PointEntryQuery = z.infer<typeof PointEntryQuery>;

/** A member's id in a path. */
export const MemberPath = z.object({ id: z.string() });
