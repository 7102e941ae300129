import { sql } from 'drizzle-orm';
import { bigint, char, check, date, index, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { Day } from '@/lib/kernel/day';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });
const id = (name: string) => bigint(name, { mode: 'number' }).notNull();

/** The last accepted heartbeat of a player (streaming rule 2); forgotten some days after it fell silent. */
export const watchPlayers = pgTable(
  'watch_players',
  {
    contentId: id('content_id'),
    /** The player's own count of time played. */
    watchedMilliseconds: id('watched_milliseconds'),
    at: instant('at').notNull(),
    viewer: text('viewer').notNull(),
    playerId: text('player_id').notNull(),
  },
  (t) => [
    primaryKey({ name: 'watch_players_pkey', columns: [t.contentId, t.viewer, t.playerId] }),
    index('watch_players_at_idx').on(t.at), // which fell silent long ago
  ],
);

/** Where a viewer is in a video, on whatever device it was last. */
export const watchPositions = pgTable(
  'watch_positions',
  {
    contentId: id('content_id'),
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
    contentId: id('content_id'),
    milliseconds: id('milliseconds'),
    startOn: date('start_on').$type<Day>().notNull(),
    grain: char('grain', { length: 1 }).notNull(),
  },
  (t) => [
    primaryKey({ name: 'watch_times_pkey', columns: [t.grain, t.startOn, t.contentId] }),
    // Top N of a period, ties by the lower id, without reading the period.
    index('watch_times_top_idx').on(t.grain, t.startOn, t.milliseconds.desc().nullsFirst(), t.contentId),
    check('watch_times_grain', sql`${t.grain} in ('d', 'w', 'm')`),
    check('watch_times_not_negative', sql`${t.milliseconds} >= 0`),
  ],
);
