import { sql } from 'drizzle-orm';
import {
  boolean,
  char,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { count, day, identity, instant, int8 } from '../columns';

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

/** Append-only sums of rows that were really inserted into the log; a fold moves them into the summaries. */
export const eventDeltas = pgTable(
  'event_deltas',
  {
    day: day('day').notNull(),
    contentId: int8('content_id').notNull(),
    metric: smallint('metric').notNull(),
    n: integer('n').notNull(),
  },
  (t) => [index('event_deltas_day_idx').on(t.day)], // the run of a day takes that day's deltas away
);

const counters = () => ({
  clicks: count('clicks'),
  likes: count('likes'),
  unlikes: count('unlikes'),
  views: count('views'),
  adViews: count('ad_views'),
  rapidRepeat: count('rapid_repeat'),
  dailyCap: count('daily_cap'),
  bot: count('bot'),
  alreadyLiked: count('already_liked'),
  notLiked: count('not_liked'),
  superseded: count('superseded'),
  ownContent: count('own_content'),
  repeatView: count('repeat_view'),
  blocked: count('blocked'),
});

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
    ...counters(),
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
    clicks: int8('clicks').notNull().default(0),
    likes: int8('likes').notNull().default(0),
    unlikes: int8('unlikes').notNull().default(0),
    views: int8('views').notNull().default(0),
    adViews: int8('ad_views').notNull().default(0),
    rapidRepeat: int8('rapid_repeat').notNull().default(0),
    dailyCap: int8('daily_cap').notNull().default(0),
    bot: int8('bot').notNull().default(0),
    alreadyLiked: int8('already_liked').notNull().default(0),
    notLiked: int8('not_liked').notNull().default(0),
    superseded: int8('superseded').notNull().default(0),
    ownContent: int8('own_content').notNull().default(0),
    repeatView: int8('repeat_view').notNull().default(0),
    blocked: int8('blocked').notNull().default(0),
  },
  (t) => [primaryKey({ name: 'day_totals_pkey', columns: [t.day] })],
);

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

/** Life of a business day: open -> settled -> closed; `dirty` when events came after it was settled. */
export const days = pgTable(
  'days',
  {
    day: day('day').notNull(),
    state: text('state').notNull().default('open'),
    dirty: boolean('dirty').notNull().default(false),
    /** Of what counted in the last moments before midnight; the next day was judged after it. */
    tailChecksum: text('tail_checksum'),
    /** Of the settlement lines that stand in this day; null when it was never priced. */
    linesChecksum: text('lines_checksum'),
    /** Their sums, with the checksum that they belong to: whoever finds another one sums the lines. */
    linesTotals: jsonb('lines_totals'),
    /** Its counts changed after it was closed; what differs from what was paid is an adjustment of the first open day. */
    owed: boolean('owed').notNull().default(false),
    settledAt: instant('settled_at'),
    closedAt: instant('closed_at'),
  },
  (t) => [
    primaryKey({ name: 'days_pkey', columns: [t.day] }),
    check('days_state', sql`${t.state} in ('open', 'settled', 'closed')`),
  ],
);

/** One row: everything acknowledged before `counted_up_to` is in the summaries. Its lock lets one fold run at a time. */
export const watermarks = pgTable(
  'watermarks',
  {
    id: smallint('id').notNull().default(1),
    countedUpTo: instant('counted_up_to').notNull(),
  },
  (t) => [primaryKey({ name: 'watermarks_pkey', columns: [t.id] }), check('watermarks_one_row', sql`${t.id} = 1`)],
);

/** Each attempt to settle a day, and each maintenance by the daily cron (`day` is null). */
export const runs = pgTable(
  'runs',
  {
    id: identity('runs_id_seq'),
    kind: text('kind').notNull(),
    day: day('day'),
    attempt: integer('attempt').notNull(),
    state: text('state').notNull(),
    startedAt: instant('started_at').notNull(),
    finishedAt: instant('finished_at'),
    tookMilliseconds: integer('took_milliseconds'),
    rowsIn: int8('rows_in'),
    rowsOut: int8('rows_out'),
    verdictsChanged: int8('verdicts_changed'),
    checksumIn: text('checksum_in'),
    checksumOut: text('checksum_out'),
    steps: jsonb('steps').$type<Record<string, number>>(),
    error: text('error'),
    /** What a run of kind `compare-day` found that would change; nothing of it was kept. */
    result: jsonb('result'),
    /** Ranges of contents that are done, of how many, and the rows of the log in them; written while the run goes on. */
    progress: jsonb('progress').$type<{ done: number; of: number; rows: number }>(),
    /** The tariff that the day's own views were priced at. */
    tariffVersion: integer('tariff_version'),
    /** Of the day's settlement lines, before the run and after it. */
    linesBefore: text('lines_before'),
    linesAfter: text('lines_after'),
    linesChanged: int8('lines_changed'),
    /** Of everything but the log that the verdicts and lines rest on: a range done under another one is done again. */
    basis: text('basis'),
  },
  (t) => [
    primaryKey({ name: 'runs_pkey', columns: [t.id] }),
    uniqueIndex('runs_day_attempt_key').on(t.day, t.attempt).where(sql`day is not null`),
    check('runs_state', sql`${t.state} in ('running', 'succeeded', 'failed')`),
  ],
);

/**
 * What a run did range by range: contents from `first_id` up to, not including, `end_id` (null is no bound). Each is
 * written in the transaction of its range, so that a run after a crash goes on where that one was.
 */
export const runRanges = pgTable(
  'run_ranges',
  {
    runId: int8('run_id').notNull(),
    n: integer('n').notNull(),
    firstId: int8('first_id'),
    endId: int8('end_id'),
    /** What it found and did, in figures and checksums; null until it is done. */
    done: jsonb('done'),
  },
  (t) => [primaryKey({ name: 'run_ranges_pkey', columns: [t.runId, t.n] })],
);
