import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { day, identity, instant, int8 } from '../columns';

const SEEN = sql`hidden_at is null and deleted_at is null`;

/**
 * What members and admins write (points rule 2). A post is a content of the same id, so that events count its views and
 * likes. `comments` counts those that can be seen, in the transaction of each; the body lies elsewhere, as it never moves
 * with them. No row is ever deleted, and none of the large tables here has a foreign key.
 */
export const posts = pgTable(
  'posts',
  {
    id: int8('id').notNull(),
    /** Of comments that are neither deleted nor hidden. */
    comments: integer('comments').notNull().default(0),
    /** What the author got for it. */
    rewardPoints: integer('reward_points').notNull().default(0),
    /** Business day on which it was written. */
    day: day('day').notNull(),
    createdAt: instant('created_at').notNull(),
    editedAt: instant('edited_at'),
    hiddenAt: instant('hidden_at'),
    deletedAt: instant('deleted_at'),
    kind: text('kind').notNull(),
    authorId: text('author_id').notNull(),
    title: text('title').notNull(),
    hiddenReason: text('hidden_reason'),
  },
  (t) => [
    primaryKey({ name: 'posts_pkey', columns: [t.id] }),
    index('posts_newest_idx').on(t.id).where(SEEN), // the board, newest first
    index('posts_kind_newest_idx').on(t.kind, t.id).where(SEEN), // the same of one kind
    index('posts_commented_idx').on(t.comments, t.id).where(SEEN), // the board, most commented first
    index('posts_kind_commented_idx').on(t.kind, t.comments, t.id).where(SEEN), // the same of one kind
    index('posts_author_idx').on(t.authorId, t.id), // what one member wrote, and the posts of a day that were paid
    index('posts_hidden_idx').on(t.id).where(sql`hidden_at is not null and deleted_at is null`), // moderation
    check('posts_kind', sql`${t.kind} in ('admin', 'notice', 'member')`),
    check('posts_comments', sql`${t.comments} >= 0`),
    check('posts_reward', sql`${t.rewardPoints} >= 0 and (${t.kind} = 'member' or ${t.rewardPoints} = 0)`),
    check('posts_hidden', sql`(${t.hiddenAt} is null) = (${t.hiddenReason} is null)`),
    check('posts_author_length', sql`char_length(${t.authorId}) between 1 and 64`),
    check('posts_title_length', sql`char_length(${t.title}) between 1 and 200`),
  ],
);

/** Markdown as typed; `version` names the text, so that a kept copy of another one is never shown. */
export const postBodies = pgTable(
  'post_bodies',
  {
    postId: int8('post_id').notNull(),
    version: integer('version').notNull().default(1),
    body: text('body').notNull(),
  },
  (t) => [primaryKey({ name: 'post_bodies_pkey', columns: [t.postId] })],
);

/** Ids of a post's comments grow in the order of commit: each is written under the lock of its post's row. */
export const comments = pgTable(
  'comments',
  {
    id: identity('comments_id_seq'),
    postId: int8('post_id').notNull(),
    createdAt: instant('created_at').notNull(),
    editedAt: instant('edited_at'),
    hiddenAt: instant('hidden_at'),
    deletedAt: instant('deleted_at'),
    authorId: text('author_id').notNull(),
    body: text('body').notNull(),
    hiddenReason: text('hidden_reason'),
  },
  (t) => [
    primaryKey({ name: 'comments_pkey', columns: [t.postId, t.id] }),
    index('comments_id_idx').on(t.id), // a comment by its address
    index('comments_author_idx').on(t.authorId, t.createdAt), // where a member stands on a day
    index('comments_created_at_idx').on(t.createdAt), // the ranking of a day
    check('comments_hidden', sql`(${t.hiddenAt} is null) = (${t.hiddenReason} is null)`),
    check('comments_author_length', sql`char_length(${t.authorId}) between 1 and 64`),
  ],
);

/** Coupons for the first members who comment on an admin's post (points rule 4); `used` of `coupons` are given out. */
export const postOffers = pgTable(
  'post_offers',
  {
    postId: int8('post_id').notNull(),
    coupons: integer('coupons').notNull(),
    used: integer('used').notNull().default(0),
    discountValue: integer('discount_value').notNull(),
    /** Null is for good. */
    validDays: integer('valid_days'),
    discountKind: text('discount_kind').notNull(),
    /** Null is any product. */
    productIds: jsonb('product_ids'),
  },
  (t) => [
    primaryKey({ name: 'post_offers_pkey', columns: [t.postId] }),
    foreignKey({ name: 'post_offers_post_id_fkey', columns: [t.postId], foreignColumns: [posts.id] }),
    check('post_offers_coupons', sql`${t.coupons} >= 1`),
    check('post_offers_used', sql`${t.used} between 0 and ${t.coupons}`),
    check('post_offers_valid_days', sql`${t.validDays} >= 1`),
    check(
      'post_offers_discount',
      sql`${t.discountValue} >= 1 and (${t.discountKind} = 'points' or (${t.discountKind} = 'percent' and ${t.discountValue} <= 100))`,
    ),
  ],
);

/** How many of a member's posts of a business day were paid (points rule 3, I12): a limited number, taken row by row. */
export const postQuotas = pgTable(
  'post_quotas',
  {
    day: day('day').notNull(),
    rewarded: smallint('rewarded').notNull(),
    memberId: text('member_id').notNull(),
  },
  (t) => [
    primaryKey({ name: 'post_quotas_pkey', columns: [t.memberId, t.day] }),
    check('post_quotas_rewarded', sql`${t.rewarded} between 0 and 3`),
  ],
);

/** The hours of each day in which members' posts are not taken, as the wall clock shows them; one row. */
export const closedHours = pgTable(
  'closed_hours',
  {
    id: smallint('id').notNull().default(1),
    /** Null: members may always write. From a later to an earlier time is over midnight. */
    fromMinute: smallint('from_minute'),
    untilMinute: smallint('until_minute'),
  },
  (t) => [
    primaryKey({ name: 'closed_hours_pkey', columns: [t.id] }),
    check('closed_hours_one_row', sql`${t.id} = 1`),
    check('closed_hours_both', sql`(${t.fromMinute} is null) = (${t.untilMinute} is null)`),
    check(
      'closed_hours_minutes',
      sql`${t.fromMinute} between 0 and 1439 and ${t.untilMinute} between 0 and 1439 and ${t.fromMinute} <> ${t.untilMinute}`,
    ),
  ],
);

/** Business days whose ranking stands for good (points rule 5); `members` commented that day. */
export const rankingDays = pgTable(
  'ranking_days',
  {
    day: day('day').notNull(),
    members: integer('members').notNull(),
    frozenAt: instant('frozen_at').notNull(),
  },
  (t) => [primaryKey({ name: 'ranking_days_pkey', columns: [t.day] })],
);

/** The board of a day as it was frozen; `reached_at` decides between equals. */
export const rankings = pgTable(
  'rankings',
  {
    day: day('day').notNull(),
    rank: integer('rank').notNull(),
    posts: integer('posts').notNull(),
    rewardPoints: integer('reward_points').notNull(),
    reachedAt: instant('reached_at').notNull(),
    memberId: text('member_id').notNull(),
  },
  (t) => [
    primaryKey({ name: 'rankings_pkey', columns: [t.day, t.rank] }),
    uniqueIndex('rankings_member_key').on(t.memberId, t.day),
    foreignKey({ name: 'rankings_day_fkey', columns: [t.day], foreignColumns: [rankingDays.day] }),
    check('rankings_rank', sql`${t.rank} >= 1 and ${t.posts} >= 1`),
    check('rankings_reward', sql`${t.rewardPoints} >= 0 and (${t.rank} <= 3 or ${t.rewardPoints} = 0)`),
  ],
);
