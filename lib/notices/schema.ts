import { z } from 'zod';
import { paging } from '@/lib/kernel/fields';

export const NOTICE_KINDS = [
  'coupon-won',
  'points-paid',
  'ticket-bought',
  'ticket-refunded',
  'ranking-reward',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** What a notice says, in figures and names; screens make the sentence. Parts that a kind does not have are left out. */
export const NoticeData = z.object({
  points: z.number().int().optional(),
  /** What the points are for: a kind of transfer, such as `ad-reward`. */
  paidFor: z.string().optional(),
  discount: z.object({ kind: z.enum(['percent', 'points']), value: z.number().int() }).optional(),
  postId: z.number().int().optional(),
  postTitle: z.string().optional(),
  productName: z.string().optional(),
  voucherCode: z.string().optional(),
  rank: z.number().int().optional(),
  day: z.string().optional(),
});
export type NoticeData = z.infer<typeof NoticeData>;

export const Notice = z.object({
  id: z.number().int(),
  kind: z.enum(NOTICE_KINDS),
  at: z.string(),
  read: z.boolean(),
  data: NoticeData,
});
export type Notice = z.infer<typeof Notice>;

/** `unread` counts all of the member's, up to 100. */
export const NoticeList = z.object({
  items: z.array(Notice),
  nextCursor: z.string().nullable(),
  unread: z.number().int(),
});
export type NoticeList = z.infer<typeof NoticeList>;
export const NoticeQuery = z.object({
  ...paging(20, 100),
});
export type NoticeQuery = z.infer<typeof NoticeQuery>;

/** Everything up to this notice was seen. */
export const NoticesSeen = z.strictObject({
  upTo: z.number('is missing; send the id of the newest notice that was seen').int().positive(),
});
export const NoticesRead = z.object({ read: z.number().int() });
