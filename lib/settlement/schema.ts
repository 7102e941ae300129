import { z } from 'zod';
import { DayText, idText, paging } from '@/lib/kernel/fields';

export const SettlementQuery = z.object({
  period: z.enum(['day', 'week', 'month'], 'is none of day, week, month').default('day'),
  date: DayText,
  creatorId: idText('is no id of a person').optional(),
  ...paging(),
});
export type SettlementQuery = z.infer<typeof SettlementQuery>;

const whole = z.number().int();
const amounts = { views: whole, adViews: whole, videoAmount: whole, adAmount: whole, total: whole };

/** What a closed day was paid later, or less: `forDay` is the closed day, `day` the one that it is paid in. */
export const SettlementAdjustment = z.object({ day: z.string(), forDay: z.string(), ...amounts });

/** Amounts are whole won and include the adjustments, which are listed besides. */
export const SettlementItem = z.object({
  contentId: whole,
  title: z.string(),
  ...amounts,
  adjustments: z.array(SettlementAdjustment),
});
export type SettlementItem = z.infer<typeof SettlementItem>;

/** `totals` are of all items, on whatever page; `runId` is the newest run of its days; `final` when every day is closed. */
export const Settlement = z.object({
  period: z.string(),
  from: z.string(),
  to: z.string(),
  runId: whole.nullable(),
  final: z.boolean(),
  totals: z.object({ video: whole, ad: whole, total: whole }),
  items: z.array(SettlementItem),
  nextCursor: z.string().nullable(),
});
export type Settlement = z.infer<typeof Settlement>;
