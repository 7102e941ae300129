import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core';
import { day, instant, int8, money } from '../columns';

/** Prices of views and ad views from a day on; added, never edited (settlement rule 3). Steps are `[{from, tenths}]`. */
export const tariffs = pgTable(
  'tariffs',
  {
    version: integer('version').generatedAlwaysAsIdentity({ name: 'tariffs_version_seq' }),
    effectiveOn: day('effective_on').notNull(),
    video: jsonb('video').notNull(),
    ad: jsonb('ad').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: 'tariffs_pkey', columns: [t.version] }),
    uniqueIndex('tariffs_effective_on_key').on(t.effectiveOn),
  ],
);

/** Who owned a content from a day on; a line keeps the owner as of its day (settlement rule 6). */
export const contentOwners = pgTable(
  'content_owners',
  {
    contentId: int8('content_id').notNull(),
    fromOn: day('from_on').notNull(),
    creatorId: int8('creator_id'),
  },
  (t) => [primaryKey({ name: 'content_owners_pkey', columns: [t.contentId, t.fromOn] })],
);

/**
 * What a video earned on a day, for that day (`for_day` = `day`) or as the adjustment of a closed one. PARTITION BY
 * RANGE (day). Each line can be computed again from itself: its ordinals, its tariff, its tenths of a won, its won.
 * Lines of an open day are drafts; lines of a closed one never change.
 */
export const settlementLines = pgTable(
  'settlement_lines',
  {
    contentId: int8('content_id').notNull(),
    creatorId: int8('creator_id'),
    viewsBefore: int8('views_before').notNull(),
    viewsAfter: int8('views_after').notNull(),
    adViewsBefore: int8('ad_views_before').notNull(),
    adViewsAfter: int8('ad_views_after').notNull(),
    videoTenths: money('video_tenths'),
    adTenths: money('ad_tenths'),
    videoWon: money('video_won'),
    adWon: money('ad_won'),
    tariffVersion: integer('tariff_version').notNull(),
    day: day('day').notNull(),
    forDay: day('for_day').notNull(),
  },
  (t) => [
    primaryKey({ name: 'settlement_lines_pkey', columns: [t.day, t.contentId, t.forDay] }),
    index('settlement_lines_creator_idx').on(t.creatorId, t.day, t.contentId), // a creator's settlement of a period
    index('settlement_lines_content_idx').on(t.contentId, t.day), // the line before, and a video's life
    index('settlement_lines_adjusted_idx').on(t.forDay, t.contentId).where(sql`for_day < day`), // what a closed day was paid later
    check('settlement_lines_for_day', sql`${t.forDay} <= ${t.day}`),
  ],
);

/**
 * What the lines of a day sum to for each creator, kept by whoever writes the lines; creator 0 is nobody. A chart of months
 * reads these instead of a hundred thousand lines a day.
 */
export const settlementCreatorDays = pgTable(
  'settlement_creator_days',
  {
    creatorId: int8('creator_id').notNull(),
    /** With views or ad views of the day itself. */
    videos: int8('videos').notNull(),
    views: int8('views').notNull(),
    adViews: int8('ad_views').notNull(),
    videoWon: money('video_won'),
    adWon: money('ad_won'),
    /** Of the won above, what corrects closed days. */
    adjustedWon: money('adjusted_won'),
    day: day('day').notNull(),
  },
  (t) => [
    primaryKey({ name: 'settlement_creator_days_pkey', columns: [t.creatorId, t.day] }),
    index('settlement_creator_days_day_idx').on(t.day), // everybody's sums of a day
  ],
);
