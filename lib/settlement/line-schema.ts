import { z } from 'zod';
import { daysUntil } from '@/lib/kernel/day';
import { DayText, idText, paging } from '@/lib/kernel/fields';
import { Settlement } from './schema';

/** Longest range of a question: five years. */
const MOST_DAYS = 1830;

/** From and to, both included, the right way round and not endless. */
const ranged = <T extends z.ZodRawShape>(shape: T) =>
  z.object({ from: DayText, to: DayText, ...shape }).superRefine((query, context) => {
    const { from, to } = Range.parse(query);
    const miss = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (from > to) miss('from', 'is after to; swap them');
    else if (daysUntil(from, to) >= MOST_DAYS)
      miss('to', `at most ${MOST_DAYS} days can be asked at once; ask in parts`);
  });

const Range = z.object({ from: DayText, to: DayText });

export const SeriesQuery = ranged({
  period: z.enum(['day', 'week', 'month'], 'is none of day, week, month').default('day'),
  creatorId: idText('is no id of a person').optional(),
});
export type SeriesQuery = z.infer<typeof SeriesQuery>;

const whole = z.number().int();

/** Whole won; `total` is video and ad, `adjustments` what of it corrects closed days, `final` what of it is closed. */
const SeriesAmounts = z.object({
  views: whole,
  adViews: whole,
  video: whole,
  ad: whole,
  total: whole,
  adjustments: whole,
  closed: whole,
});
export type SeriesAmounts = z.infer<typeof SeriesAmounts>;

/** A day, week or month; `final` when each of its days is closed. */
export const SeriesItem = SeriesAmounts.extend({ from: z.string(), to: z.string(), final: z.boolean() });
export type SeriesItem = z.infer<typeof SeriesItem>;

/** What was earned, period by period, oldest first, every period that the range touches, as a whole. */
export const Series = z.object({
  period: z.string(),
  from: z.string(),
  to: z.string(),
  totals: SeriesAmounts,
  items: z.array(SeriesItem),
});
export type Series = z.infer<typeof Series>;

export const LineQuery = ranged({
  contentId: idText('is no content id'),
  /** Whether the range is of the days that lines stand in, or of those that they are for. */
  by: z.enum(['day', 'for-day'], 'is none of day, for-day').default('day'),
  ...paging(100),
});
export type LineQuery = z.infer<typeof LineQuery>;

/**
 * What a video earned on a day for itself, or for a closed day before it (`forDay`). Views after the first ordinal up to
 * the second, at the tariff of `forDay`; amounts are whole won of so many tenths. Final once `day` is closed.
 */
export const SettlementLine = z.object({
  day: z.string(),
  forDay: z.string(),
  final: z.boolean(),
  creator: z.object({ id: whole, name: z.string() }).nullable(),
  tariffVersion: whole,
  viewsBefore: whole,
  viewsAfter: whole,
  adViewsBefore: whole,
  adViewsAfter: whole,
  videoTenths: whole,
  adTenths: whole,
  videoAmount: whole,
  adAmount: whole,
  total: whole,
});
export type SettlementLine = z.infer<typeof SettlementLine>;

const Steps = z.array(z.object({ from: whole, tenths: whole }));
export const AppliedTariff = z.object({ version: whole, effectiveOn: z.string(), video: Steps, ad: Steps });
export type AppliedTariff = z.infer<typeof AppliedTariff>;

/** Lines of one video, oldest first, in the order of their ordinals, with the tariffs that priced them; `totals` are of all pages. */
export const LineList = z.object({
  contentId: whole,
  title: z.string(),
  from: z.string(),
  to: z.string(),
  totals: Settlement.shape.totals.extend({ views: whole, adViews: whole, adjustments: whole }),
  items: z.array(SettlementLine),
  tariffs: z.array(AppliedTariff),
  nextCursor: z.string().nullable(),
});
export type LineList = z.infer<typeof LineList>;
