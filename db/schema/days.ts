import { sql } from 'drizzle-orm';
import { boolean, check, integer, jsonb, pgTable, primaryKey, smallint, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { day, identity, instant, int8 } from '../columns';

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
    /** Its part of the log was dropped then (EVENT_RETENTION_DAYS); its figures and lines stay. */
    eventsDroppedAt: instant('events_dropped_at'),
  },
  (t) => [
    primaryKey({ name: 'days_pkey', columns: [t.day] }),
    check('days_state', sql`${t.state} in ('open', 'settled', 'closed')`),
    check('days_dropped_are_closed', sql`${t.eventsDroppedAt} is null or ${t.state} = 'closed'`),
  ],
);

/** When each cron last began, ended and failed, so that one that nobody calls any more is noticed. */
export const crons = pgTable(
  'crons',
  {
    name: text('name').notNull(),
    beganAt: instant('began_at').notNull(),
    endedAt: instant('ended_at'),
    failedAt: instant('failed_at'),
    error: text('error'),
  },
  (t) => [primaryKey({ name: 'crons_pkey', columns: [t.name] })],
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
