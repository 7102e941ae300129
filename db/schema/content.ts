import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { identity, instant, int8 } from '../columns';
import { users } from './accounts';

/** Posts of the board are counted as contents, and are listed there alone. */
const LISTED = sql`kind <> 'post'`;

/** What is counted. `external_id` is the platform's own id; opening totals are views from before the move. */
export const contents = pgTable(
  'contents',
  {
    id: identity('contents_id_seq'),
    title: text('title').notNull(),
    kind: text('kind').notNull(),
    durationSeconds: integer('duration_seconds'),
    externalId: text('external_id'),
    creatorId: int8('creator_id'),
    openingViews: int8('opening_views').notNull().default(0),
    openingAdViews: int8('opening_ad_views').notNull().default(0),
    createdAt: instant('created_at').notNull().defaultNow(),
    archivedAt: instant('archived_at'),
  },
  (t) => [
    primaryKey({ name: 'contents_pkey', columns: [t.id] }),
    foreignKey({ name: 'contents_creator_id_fkey', columns: [t.creatorId], foreignColumns: [users.id] }),
    // Events may name a content by the platform's id.
    uniqueIndex('contents_external_id_key').on(t.externalId).where(sql`external_id is not null`),
    index('contents_creator_id_idx').on(t.creatorId, t.id).where(sql`creator_id is not null`), // a creator's own list
    index('contents_listed_idx').on(t.id).where(LISTED), // the list, among millions of posts
    index('contents_title_idx').on(t.title, t.id).where(LISTED), // the list sorted by title, page by page
    index('contents_title_trgm_idx').using('gin', sql`${t.title} gin_trgm_ops`), // search for a part of a title
    // The same for Hangul, which is no letter to pg_trgm in a C locale, and for one or two characters, which are no trigram.
    index('contents_title_chars_idx').using('gin', sql`string_to_array(lower(${t.title}), null)`),
    index('contents_kind_idx').on(t.kind, t.id), // the list of one kind, however few of that kind there are
    index('contents_archived_idx').on(t.id).where(sql`archived_at is not null`), // the few that were put away
    check('contents_kind', sql`${t.kind} in ('article', 'video', 'post')`),
    check('contents_duration', sql`(${t.kind} = 'video') = (${t.durationSeconds} is not null)`),
    check('contents_duration_positive', sql`${t.durationSeconds} > 0`),
    check('contents_opening', sql`${t.openingViews} >= 0 and ${t.openingAdViews} >= 0`),
    check('contents_title_length', sql`char_length(${t.title}) between 1 and 200`),
  ],
);
