import { z } from 'zod';
import { DayText, listOf, paging, SearchText } from '@/lib/kernel/fields';
import { ContentIdText, Grain } from './schema';

/** Everybody's contents or one's own; a creator has their own alone. */
export const Whose = z.enum(['all', 'mine'], 'is neither all nor mine');
export type Whose = z.infer<typeof Whose>;

export const StreamingQuery = z.object({
  contentId: ContentIdText.optional(),
  scope: Whose.optional(),
  from: DayText,
  to: DayText,
  group: Grain.default('day'),
});
export type StreamingQuery = z.infer<typeof StreamingQuery>;

const count = z.number().int();
/** What was watched: counted views and ad views, and time in whole seconds. */
export const Watched = z.object({ views: count, adViews: count, watchSeconds: count });
export type Watched = z.infer<typeof Watched>;

/** One day, week or month; `day` is its first day. `final` when the log was judged and no event came since. */
export const StreamingItem = Watched.extend({ day: z.string(), final: z.boolean() });
export type StreamingItem = z.infer<typeof StreamingItem>;
/** `refused` counts what was refused as abuse, by reason. */
export const StreamingStats = z.object({
  timeZone: z.string(),
  countedUpTo: z.string(),
  items: z.array(StreamingItem),
  totals: Watched.extend({ refused: z.record(z.string(), count) }),
});
export type StreamingStats = z.infer<typeof StreamingStats>;

export const IncreaseQuery = z.object({
  contentId: ContentIdText,
  period: Grain.default('day'),
  from: DayText,
  to: DayText,
});
export type IncreaseQuery = z.infer<typeof IncreaseQuery>;

/** All there was before the period and after it, what the period added, and what the period before it had added. */
export const Increase = z.object({ before: count, after: count, increase: count, previousIncrease: count });
export type Increase = z.infer<typeof Increase>;
/** Whole periods; the last one may not have ended. Views and ad views begin with those from before the move. */
export const IncreaseList = z.object({
  contentId: count,
  title: z.string(),
  items: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      final: z.boolean(),
      views: Increase,
      adViews: Increase,
      watchSeconds: Increase,
    }),
  ),
});
export type IncreaseList = z.infer<typeof IncreaseList>;

export const WatchedVideosQuery = z.object({
  scope: Whose.optional(),
  search: SearchText.optional(),
  from: DayText,
  to: DayText,
  ...paging(50, 100),
});
export type WatchedVideosQuery = z.infer<typeof WatchedVideosQuery>;

export const WatchedVideo = Watched.extend({
  id: count,
  title: z.string(),
  durationSeconds: count,
  archived: z.boolean(),
});
export type WatchedVideo = z.infer<typeof WatchedVideo>;
export const WatchedVideoList = listOf(WatchedVideo);
export type WatchedVideoList = z.infer<typeof WatchedVideoList>;
