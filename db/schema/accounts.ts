import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { identity, instant, int8 } from '../columns';

/** People who sign in. `member_id` is the platform's own opaque id, under which views and points meet. */
export const users = pgTable(
  'users',
  {
    id: identity('users_id_seq'),
    email: text('email').notNull(),
    emailVerifiedAt: instant('email_verified_at'),
    name: text('name'),
    imageUrl: text('image_url'),
    memberId: text('member_id').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: 'users_pkey', columns: [t.id] }),
    // Sign-in finds a person by e-mail, in any case of letters.
    uniqueIndex('users_email_key').on(sql`lower(${t.email})`),
    uniqueIndex('users_member_id_key').on(t.memberId),
    check('users_member_id_length', sql`char_length(${t.memberId}) between 1 and 64`),
  ],
);

/** A person's identity at a provider, such as Google's `sub`. */
export const identities = pgTable(
  'identities',
  {
    provider: text('provider').notNull(),
    providerAccountId: text('provider_account_id').notNull(),
    userId: int8('user_id').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: 'identities_pkey', columns: [t.provider, t.providerAccountId] }),
    foreignKey({ name: 'identities_user_id_fkey', columns: [t.userId], foreignColumns: [users.id] }).onDelete(
      'cascade',
    ),
    index('identities_user_id_idx').on(t.userId), // deleting a person
  ],
);

/** Browser sessions. `token_hash` is SHA-256 of the cookie; `id` is what an admin sees and revokes. */
export const sessions = pgTable(
  'sessions',
  {
    id: identity('sessions_id_seq'),
    tokenHash: text('token_hash').notNull(),
    userId: int8('user_id').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'sessions_pkey', columns: [t.id] }),
    uniqueIndex('sessions_token_hash_key').on(t.tokenHash),
    foreignKey({ name: 'sessions_user_id_fkey', columns: [t.userId], foreignColumns: [users.id] }).onDelete('cascade'),
    index('sessions_user_id_idx').on(t.userId), // the sessions of one person
  ],
);

export const userRoles = pgTable(
  'user_roles',
  {
    userId: int8('user_id').notNull(),
    role: text('role').notNull(),
    grantedAt: instant('granted_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: 'user_roles_pkey', columns: [t.userId, t.role] }),
    foreignKey({ name: 'user_roles_user_id_fkey', columns: [t.userId], foreignColumns: [users.id] }).onDelete(
      'cascade',
    ),
    check('user_roles_role', sql`${t.role} in ('admin', 'advertiser', 'creator', 'member')`),
  ],
);

/** A person asks for a role; an admin grants or declines. */
export const roleRequests = pgTable(
  'role_requests',
  {
    id: identity('role_requests_id_seq'),
    userId: int8('user_id').notNull(),
    role: text('role').notNull(),
    note: text('note').notNull().default(''),
    state: text('state').notNull().default('waiting'),
    createdAt: instant('created_at').notNull().defaultNow(),
    decidedAt: instant('decided_at'),
  },
  (t) => [
    primaryKey({ name: 'role_requests_pkey', columns: [t.id] }),
    foreignKey({ name: 'role_requests_user_id_fkey', columns: [t.userId], foreignColumns: [users.id] }).onDelete(
      'cascade',
    ),
    // One open request a person and role; it also lists what waits.
    uniqueIndex('role_requests_waiting_key').on(t.userId, t.role).where(sql`state = 'waiting'`),
    check('role_requests_role', sql`${t.role} in ('advertiser', 'creator')`),
    check('role_requests_state', sql`${t.state} in ('waiting', 'granted', 'declined')`),
  ],
);

/** `hash` is SHA-256 of the key, which is shown once and kept nowhere. */
export const apiKeys = pgTable(
  'api_keys',
  {
    id: identity('api_keys_id_seq'),
    name: text('name').notNull(),
    kind: text('kind').notNull(),
    prefix: text('prefix').notNull(),
    hash: text('hash').notNull(),
    scopes: text('scopes').array().notNull(),
    allowedOrigins: text('allowed_origins').array().notNull().default([]),
    requestsPerSecond: integer('requests_per_second').notNull(),
    burst: integer('burst').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    expiresAt: instant('expires_at'),
    lastUsedAt: instant('last_used_at'),
    revokedAt: instant('revoked_at'),
  },
  (t) => [
    primaryKey({ name: 'api_keys_pkey', columns: [t.id] }),
    uniqueIndex('api_keys_hash_key').on(t.hash),
    check('api_keys_kind', sql`${t.kind} in ('secret', 'publishable')`),
    check('api_keys_rate', sql`${t.requestsPerSecond} > 0 and ${t.burst} > 0`),
  ],
);

/** Append-only: a trigger refuses UPDATE and DELETE. */
export const auditLog = pgTable(
  'audit_log',
  {
    id: identity('audit_log_id_seq'),
    at: instant('at').notNull().defaultNow(),
    actorKind: text('actor_kind').notNull(),
    actorId: int8('actor_id'),
    actorName: text('actor_name').notNull(),
    action: text('action').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    before: jsonb('before'),
    after: jsonb('after'),
    requestId: text('request_id').notNull(),
  },
  (t) => [
    primaryKey({ name: 'audit_log_pkey', columns: [t.id] }),
    index('audit_log_subject_idx').on(t.subjectKind, t.subjectId, t.id), // the history of one thing
    check('audit_log_actor_kind', sql`${t.actorKind} in ('user', 'key', 'system')`),
  ],
);

/** Demo mode only: the people a visitor may sign in as. */
export const demoPeople = pgTable(
  'demo_people',
  {
    userId: int8('user_id').notNull(),
    position: integer('position').notNull(),
  },
  (t) => [
    primaryKey({ name: 'demo_people_pkey', columns: [t.userId] }),
    foreignKey({ name: 'demo_people_user_id_fkey', columns: [t.userId], foreignColumns: [users.id] }).onDelete(
      'cascade',
    ),
  ],
);
