import { sql } from 'drizzle-orm';
import { char, check, index, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { count, day, int8 } from '../columns';

/**
 * Figures per content and day (`d`), week (`w`) or month (`m`); a period is the sum of its days.
 * None is ever below zero: a trigger sees to it, as a check would refuse the negative part of a correction itself.
 */
export const summaries = pgTable(
  'summaries',
  {
    grain: char('grain', { length: 1 }).notNull(),
    startOn: day('start_on').notNull(),
    contentId: int8('content_id').notNull(),
    ...counters(count),
  },
  (t) => [
    primaryKey({ name: 'summaries_pkey', columns: [t.grain, t.startOn, t.contentId] }),
    // Top N of a period, ties by the lower id, without reading the period; what has nothing is not in it.
    index('summaries_clicks_idx')
      .on(t.grain, t.startOn, t.clicks.desc().nullsFirst(), t.contentId)
      .where(sql`clicks > 0`),
    index('summaries_likes_idx')
      .on(t.grain, t.startOn, sql`(likes - unlikes) desc`, t.contentId)
      .where(sql`(likes - unlikes) > 0`),
    index('summaries_views_idx').on(t.grain, t.startOn, t.views.desc().nullsFirst(), t.contentId).where(sql`views > 0`),
    check('summaries_grain', sql`${t.grain} in ('d', 'w', 'm')`),
  ],
);

/** Figures per day over all contents. */
export const dayTotals = pgTable(
  'day_totals',
  {
    day: day('day').notNull(),
    ...counters((name) => int8(name).notNull().default(0)),
  },
  (t) => [primaryKey({ name: 'day_totals_pkey', columns: [t.day] })],
);

/** One of each number that is counted. */
function counters<Column>(column: (name: string) => Column) {
  return {
    clicks: column('clicks'),
    likes: column('likes'),
    unlikes: column('unlikes'),
    views: column('views'),
    adViews: column('ad_views'),
    rapidRepeat: column('rapid_repeat'),
    dailyCap: column('daily_cap'),
    bot: column('bot'),
    alreadyLiked: column('already_liked'),
    notLiked: column('not_liked'),
    superseded: column('superseded'),
    ownContent: column('own_content'),
    repeatView: column('repeat_view'),
    blocked: column('blocked'),
  };
}
