import { sql } from 'drizzle-orm';
import { boolean, char, check, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { day, identity, instant, int8 } from '../columns';

/** The last accepted heartbeat of a player (streaming rule 2); forgotten some days after it fell silent. */
export const watchPlayers = pgTable(
  'watch_players',
  {
    contentId: int8('content_id').notNull(),
    /** The player's own count of time played. */
    watchedMilliseconds: int8('watched_milliseconds').notNull(),
    at: instant('at').notNull(),
    /** Null in rows of an earlier version, whose position is in `watch_positions`. */
    positionSeconds: integer('position_seconds'),
    viewer: text('viewer').notNull(),
    playerId: text('player_id').notNull(),
  },
  (t) => [
    primaryKey({ name: 'watch_players_pkey', columns: [t.contentId, t.viewer, t.playerId] }),
    // Which fell silent long ago; of this kind, so that a heartbeat changes no index.
    index('watch_players_at_brin').using('brin', t.at),
    check('watch_players_position', sql`${t.positionSeconds} >= 0`),
  ],
);

/** Where a viewer was in a video when the last of their players was forgotten; players that are known say it themselves. */
export const watchPositions = pgTable(
  'watch_positions',
  {
    contentId: int8('content_id').notNull(),
    at: instant('at').notNull(),
    positionSeconds: integer('position_seconds').notNull(),
    viewer: text('viewer').notNull(),
  },
  (t) => [
    primaryKey({ name: 'watch_positions_pkey', columns: [t.contentId, t.viewer] }),
    check('watch_positions_position', sql`${t.positionSeconds} >= 0`),
  ],
);

/** Time watched per content and day (`d`), week (`w`) or month (`m`) of the business time zone. */
export const watchTimes = pgTable(
  'watch_times',
  {
    contentId: int8('content_id').notNull(),
    milliseconds: int8('milliseconds').notNull(),
    /** Of a day: what of it is not in its week and month yet. */
    unfoldedMilliseconds: int8('unfolded_milliseconds').notNull().default(0),
    startOn: day('start_on').notNull(),
    grain: char('grain', { length: 1 }).notNull(),
  },
  (t) => [
    primaryKey({ name: 'watch_times_pkey', columns: [t.grain, t.startOn, t.contentId] }),
    // Top N of a period, ties by the lower id, without reading the period.
    index('watch_times_top_idx').on(t.grain, t.startOn, t.milliseconds.desc().nullsFirst(), t.contentId),
    index('watch_times_unfolded_idx').on(t.startOn, t.contentId).where(sql`unfolded_milliseconds > 0`), // what a fold has to do
    check('watch_times_grain', sql`${t.grain} in ('d', 'w', 'm')`),
    check('watch_times_not_negative', sql`${t.milliseconds} >= 0`),
  ],
);

/** Ad videos that are shown in the ad slots of videos. Without an owner it is the house's. */
export const adVideos = pgTable(
  'ad_videos',
  {
    id: identity('ad_videos_id_seq'),
    ownerId: int8('owner_id'),
    durationSeconds: integer('duration_seconds').notNull(),
    active: boolean('active').notNull(),
    title: text('title').notNull(),
    /** An https address elsewhere; null when it was uploaded. */
    url: text('url'),
    /** The key of an uploaded file. */
    fileKey: text('file_key'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'ad_videos_pkey', columns: [t.id] }),
    index('ad_videos_owner_idx').on(t.ownerId, t.id), // an advertiser's own
    index('ad_videos_active_idx').on(t.id).where(sql`active`), // which one of them is shown in a slot
    check('ad_videos_duration', sql`${t.durationSeconds} > 0`),
    check('ad_videos_source', sql`num_nonnulls(${t.url}, ${t.fileKey}) = 1`),
  ],
);

/** Counted views of an ad video in a video on a day, as the run of that day found them in the log. */
export const adVideoViews = pgTable(
  'ad_video_views',
  {
    contentId: int8('content_id').notNull(),
    adVideoId: int8('ad_video_id').notNull(),
    views: int8('views').notNull(),
    day: day('day').notNull(),
  },
  (t) => [
    primaryKey({ name: 'ad_video_views_pkey', columns: [t.day, t.contentId, t.adVideoId] }),
    index('ad_video_views_ad_idx').on(t.adVideoId, t.day), // an advertiser's report
    check('ad_video_views_positive', sql`${t.views} > 0`),
  ],
);

/** Time watched per day over all contents, as far as it was folded; the rest is what is unfolded of the day's contents. */
export const watchDayTotals = pgTable(
  'watch_day_totals',
  {
    day: day('day').notNull(),
    milliseconds: int8('milliseconds').notNull(),
  },
  (t) => [
    primaryKey({ name: 'watch_day_totals_pkey', columns: [t.day] }),
    check('watch_day_totals_not_negative', sql`${t.milliseconds} >= 0`),
  ],
);
