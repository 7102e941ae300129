import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { Day } from '@/lib/kernel/day';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });
const id = (name: string) => bigint(name, { mode: 'number' }).notNull();
const count = (name: string) => bigint(name, { mode: 'bigint' }).notNull();
const day = (name: string) => date(name).$type<Day>();

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
    contentId: id('content_id'),
    fromOn: day('from_on').notNull(),
    creatorId: bigint('creator_id', { mode: 'number' }),
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
    contentId: id('content_id'),
    creatorId: bigint('creator_id', { mode: 'number' }),
    viewsBefore: count('views_before'),
    viewsAfter: count('views_after'),
    adViewsBefore: count('ad_views_before'),
    adViewsAfter: count('ad_views_after'),
    videoTenths: count('video_tenths'),
    adTenths: count('ad_tenths'),
    videoWon: count('video_won'),
    adWon: count('ad_won'),
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
    creatorId: id('creator_id'),
    /** With views or ad views of the day itself. */
    videos: count('videos'),
    views: count('views'),
    adViews: count('ad_views'),
    videoWon: count('video_won'),
    adWon: count('ad_won'),
    /** Of the won above, what corrects closed days. */
    adjustedWon: count('adjusted_won'),
    day: day('day').notNull(),
  },
  (t) => [
    primaryKey({ name: 'settlement_creator_days_pkey', columns: [t.creatorId, t.day] }),
    index('settlement_creator_days_day_idx').on(t.day), // everybody's sums of a day
  ],
);
