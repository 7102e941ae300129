import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { day, instant, int8 } from '../columns';

/**
 * The log: each event that happened, once. PARTITION BY RANGE (day), one partition a business day.
 * `type` and `reason` are the codes of `lib/events/codes.ts`; reason 0 is counted.
 * `viewer` is `m:<member id>`, `a:<anonymous id>` or `i:<keyed hash of the address>`.
 */
export const events = pgTable(
  'events',
  {
    id: uuid('id').notNull(),
    contentId: int8('content_id').notNull(),
    at: instant('at').notNull(),
    adVideoId: int8('ad_video_id'),
    day: day('day').notNull(),
    adPositionSeconds: integer('ad_position_seconds'),
    type: smallint('type').notNull(),
    reason: smallint('reason').notNull(),
    viewer: text('viewer').notNull(),
  },
  (t) => [
    primaryKey({ name: 'events_pkey', columns: [t.day, t.contentId, t.id] }),
    index('events_viewer_idx').on(t.viewer), // what one viewer did; repeated values share one entry
    index('events_ad_video_idx').on(t.adVideoId).where(sql`ad_video_id is not null`), // views of an ad video on days that are not settled
  ],
);

/**
 * Events of days that are settled or closed whose verdict does not stand: late ones, and those of a viewer who was blocked
 * or unblocked since. `judged_in` is the first open day when they were last judged, whose lines pay the difference; null
 * is to be judged. They are judged again until that day closes.
 */
export const provisionalVerdicts = pgTable(
  'provisional_verdicts',
  {
    contentId: int8('content_id').notNull(),
    id: uuid('id').notNull(),
    day: day('day').notNull(),
    judgedIn: day('judged_in'),
  },
  (t) => [
    primaryKey({ name: 'provisional_verdicts_pkey', columns: [t.day, t.contentId, t.id] }),
    index('provisional_verdicts_waiting_idx').on(t.day).where(sql`judged_in is null`), // which days have to be judged
  ],
);

/**
 * Append-only sums of rows that were really inserted into the log; a fold moves them into the summaries. No index: each
 * event would write it, and who takes deltas away takes nearly all of them.
 */
export const eventDeltas = pgTable('event_deltas', {
  day: day('day').notNull(),
  contentId: int8('content_id').notNull(),
  metric: smallint('metric').notNull(),
  n: integer('n').notNull(),
});

/** What was answered but not stored: duplicates, and the rejected by reason. Folded into `intake_hours`. */
export const intakeDeltas = pgTable('intake_deltas', {
  hour: instant('hour').notNull(),
  outcome: text('outcome').notNull(),
  n: integer('n').notNull(),
});

export const intakeHours = pgTable(
  'intake_hours',
  {
    hour: instant('hour').notNull(),
    outcome: text('outcome').notNull(),
    n: int8('n').notNull().default(0),
  },
  (t) => [primaryKey({ name: 'intake_hours_pkey', columns: [t.hour, t.outcome] })],
);

/** Whether a viewer likes a content, and the latest event that said so. */
export const likes = pgTable(
  'likes',
  {
    contentId: int8('content_id').notNull(),
    viewer: text('viewer').notNull(),
    liked: boolean('liked').notNull(),
    at: instant('at').notNull(),
    eventId: uuid('event_id').notNull(),
  },
  (t) => [primaryKey({ name: 'likes_pkey', columns: [t.contentId, t.viewer] })],
);
