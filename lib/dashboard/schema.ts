import { z } from 'zod';
import { DayText, idText, OpaqueId } from '@/lib/kernel/fields';

/** Longest range of a question: five years. */
export const MAX_DAYS = 1830;
/** A viewer's own history is read from the log, day by day. */
export const MAX_VIEWER_DAYS = 31;

export const ContentIdText = idText('is no content id');
export const Grain = z.enum(['day', 'week', 'month']);

export const StatsQuery = z.object({
  contentId: ContentIdText.optional(),
  viewerId: OpaqueId.optional(),
  from: DayText,
  to: DayText,
  group: Grain.default('day'),
});
export type StatsQuery = z.infer<typeof StatsQuery>;

const count = z.number().int();
export const Figures = z.object({
  clicks: count,
  likes: count,
  unlikes: count,
  views: count,
  adViews: count,
  refused: z.record(z.string(), count),
});
export type Figures = z.infer<typeof Figures>;

/** One day, week or month; `day` is its first day. `final` when the log was judged and no event came since. */
export const StatsItem = Figures.extend({ day: z.string(), final: z.boolean() });
export type StatsItem = z.infer<typeof StatsItem>;

export const Stats = z.object({
  timeZone: z.string(),
  countedUpTo: z.string(),
  /** How old the copy that answered is; 0 when it has everything. */
  behindSeconds: z.number(),
  items: z.array(StatsItem),
  totals: Figures,
});
export type Stats = z.infer<typeof Stats>;

export const TopBy = z.enum(['clicks', 'likes', 'views', 'watch-time']);
export type TopBy = z.infer<typeof TopBy>;
export const TopQuery = z.object({
  by: TopBy.default('clicks'),
  period: Grain.default('day'),
  date: DayText,
  limit: z.coerce.number().int().min(1).max(100).default(5),
  /** Everybody's contents or one's own; a creator has their own alone. */
  scope: z.enum(['all', 'mine'], 'is neither all nor mine').optional(),
});
export type TopQuery = z.infer<typeof TopQuery>;

/** `previousValue` is the same content's value in the period before. Likes are net: given minus withdrawn; watch time is in whole seconds. */
export const TopItem = z.object({
  rank: count,
  contentId: count,
  title: z.string(),
  value: count,
  previousValue: count,
});
export const Top = z.object({ from: z.string(), to: z.string(), items: z.array(TopItem) });
export type Top = z.infer<typeof Top>;

export const HoursQuery = z.object({ day: DayText, contentId: ContentIdText.optional() });
export type HoursQuery = z.infer<typeof HoursQuery>;
/** `startsAt` is an instant, so the repeated or missing hour of a clock change is right. */
export const Hours = z.object({ timeZone: z.string(), items: z.array(Figures.extend({ startsAt: z.string() })) });
export type Hours = z.infer<typeof Hours>;

export const IntakeQuery = z.object({ from: DayText, to: DayText });
/** What arrived on a day and was answered but not stored. */
export const Intake = z.object({
  items: z.array(z.object({ day: z.string(), duplicate: count, rejected: z.record(z.string(), count) })),
});
export type Intake = z.infer<typeof Intake>;
