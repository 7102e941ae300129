import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { identity, instant, int8 } from '../columns';
import { users } from './accounts';

/**
 * Reward ads (ads rule 1). `used` moves with every join and is in no index, so that a hot ad's row is updated in
 * place. `state` is what the advertiser decided; scheduled, live and sold out follow from it, the clock and `used`.
 */
export const ads = pgTable(
  'ads',
  {
    id: identity('ads_id_seq'),
    /** Null is the house: an ad that a program registered for nobody in particular. */
    ownerId: int8('owner_id'),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    rewardPoints: integer('reward_points').notNull(),
    places: integer('places').notNull(),
    used: integer('used').notNull().default(0),
    state: text('state').notNull().default('open'),
    name: text('name').notNull(),
    text: text('text').notNull(),
    /** Of an uploaded picture; its address is made from ASSET_BASE_URL. */
    imageKey: text('image_key'),
    /** Of a picture that lies elsewhere. */
    imageUrl: text('image_url'),
    eligibility: jsonb('eligibility').notNull().default([]),
  },
  (t) => [
    primaryKey({ name: 'ads_pkey', columns: [t.id] }),
    foreignKey({ name: 'ads_owner_id_fkey', columns: [t.ownerId], foreignColumns: [users.id] }),
    uniqueIndex('ads_name_key').on(sql`lower(${t.name})`),
    index('ads_owner_id_idx').on(t.ownerId, t.id), // an advertiser's own list
    index('ads_reward_idx').on(t.rewardPoints.desc().nullsFirst(), t.id).where(sql`state = 'open'`), // what members may join, best first
    index('ads_ends_at_idx').on(t.endsAt).where(sql`state = 'open'`), // those, without the many whose period is over
    check('ads_state', sql`${t.state} in ('open', 'paused', 'ended')`),
    check('ads_reward_points', sql`${t.rewardPoints} between 0 and 1000000`),
    check('ads_places', sql`${t.places} >= 1`),
    check('ads_used', sql`${t.used} between 0 and ${t.places}`),
    check('ads_period', sql`${t.startsAt} < ${t.endsAt}`),
    check('ads_one_image', sql`${t.imageKey} is null or ${t.imageUrl} is null`),
  ],
);

/** An ad that is still being written: the fields of the form as typed, however incomplete. */
export const adDrafts = pgTable(
  'ad_drafts',
  {
    id: identity('ad_drafts_id_seq'),
    ownerId: int8('owner_id').notNull(),
    fields: jsonb('fields').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: 'ad_drafts_pkey', columns: [t.id] }),
    foreignKey({ name: 'ad_drafts_owner_id_fkey', columns: [t.ownerId], foreignColumns: [users.id] }).onDelete(
      'cascade',
    ),
    index('ad_drafts_owner_id_idx').on(t.ownerId, t.id), // a person's drafts
  ],
);

/**
 * Who joined which ad, once (ads rule 4), with name and reward as they were. PARTITION BY HASH (member_id): every key
 * holds the member, by whom the table can also be spread over servers.
 */
export const participations = pgTable(
  'participations',
  {
    id: identity('participations_id_seq'),
    adId: int8('ad_id').notNull(),
    joinedAt: instant('joined_at').notNull(),
    rewardPoints: integer('reward_points').notNull(),
    memberId: text('member_id').notNull(),
    adName: text('ad_name').notNull(),
  },
  (t) => [
    primaryKey({ name: 'participations_pkey', columns: [t.memberId, t.adId] }),
    index('participations_history_idx').on(t.memberId, t.joinedAt, t.id), // a member's history, oldest first
    index('participations_ad_idx').on(t.adId, t.joinedAt), // the report of an ad
    check('participations_member_id_length', sql`char_length(${t.memberId}) between 1 and 64`),
  ],
);

/** How often joining was refused, by ad, hour and reason; a figure of the report, no money depends on it. */
export const adRefusals = pgTable(
  'ad_refusals',
  {
    adId: int8('ad_id').notNull(),
    hour: instant('hour').notNull(),
    reason: text('reason').notNull(),
    n: int8('n').notNull(),
  },
  (t) => [primaryKey({ name: 'ad_refusals_pkey', columns: [t.adId, t.hour, t.reason] })],
);
