import { z } from 'zod';
import { listOf, PRINTABLE, paging, STORABLE } from '@/lib/kernel/fields';
import { decodeCursor } from '@/lib/kernel/page';
import { PUBLISHABLE_SCOPES, SCOPES } from './scopes';

const line = (max: number) => z.string().trim().max(max).regex(PRINTABLE, 'may hold no control characters');
const text = (max: number) => z.string().trim().max(max).regex(STORABLE, 'has characters that cannot be shown');
const instant = z.iso.datetime({ offset: true });

/** The id in a path; what is no id becomes 0, which nothing has, so that it is simply not found. */
export const IdInPath = z.object({
  id: z
    .string()
    .regex(/^[1-9]\d{0,14}$/)
    .catch('0')
    .transform(Number),
});

const IdCursor = z.string().transform((cursor, context) => {
  const [id] = decodeCursor(cursor, 1) ?? [];
  if (typeof id === 'number' && Number.isSafeInteger(id)) return id;
  context.addIssue({
    code: 'custom',
    message: 'is no cursor of this list; send the nextCursor of the page before, or none for the first page',
  });
  return z.NEVER;
});

/** Lists are paged by the id of the last item. */
export const ListQuery = z.object({
  limit: paging().limit,
  cursor: IdCursor.optional(),
});
export type ListQuery = z.infer<typeof ListQuery>;

export const Role = z.enum(['admin', 'advertiser', 'creator', 'member']);
export type Role = z.infer<typeof Role>;

export const KeyKind = z.enum(['secret', 'publishable']);
export type KeyKind = z.infer<typeof KeyKind>;

export const KeyScope = z.enum(['*', ...SCOPES]);
export type KeyScope = z.infer<typeof KeyScope>;
export const PublishableScope = z.enum(PUBLISHABLE_SCOPES);

/** `https://shop.example`, as a browser sends it; a slash at the end is forgiven. */
const Origin = z.string().transform((given, context) => {
  const url = URL.canParse(given) ? new URL(given) : null;
  const bare = url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
  if (bare) return url.origin;
  context.addIssue({ code: 'custom', message: 'is no origin; write it like https://shop.example, without a path' });
  return z.NEVER;
});

const rates = { requestsPerSecond: z.int().min(1).max(100_000), burst: z.int().min(1).max(1_000_000) };

export const NewKey = z.object({
  name: line(100).min(1),
  kind: KeyKind,
  scopes: z
    .array(KeyScope)
    .min(1)
    .max(SCOPES.length + 1),
  allowedOrigins: z.array(Origin).max(50).default([]),
  requestsPerSecond: rates.requestsPerSecond.optional(),
  burst: rates.burst.optional(),
  expiresAt: instant.transform((iso) => new Date(iso)).nullish(),
});
export type NewKey = z.output<typeof NewKey>;

export const KeyChange = z
  .object({ name: line(100).min(1), allowedOrigins: z.array(Origin).max(50), ...rates })
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'names nothing to change');
export type KeyChange = z.output<typeof KeyChange>;

export const ApiKey = z.object({
  id: z.int(),
  name: z.string(),
  kind: KeyKind,
  /** The first 12 characters, by which people tell their keys apart. */
  prefix: z.string(),
  scopes: z.array(z.string()),
  allowedOrigins: z.array(z.string()),
  requestsPerSecond: z.int(),
  burst: z.int(),
  createdAt: instant,
  expiresAt: instant.nullable(),
  lastUsedAt: instant.nullable(),
  revokedAt: instant.nullable(),
});
export type ApiKey = z.infer<typeof ApiKey>;
export const ApiKeys = listOf(ApiKey);
export type ApiKeys = z.infer<typeof ApiKeys>;

/** The only answer that ever holds the key; `viewerTokenSecret` comes with publishable keys. */
export const MadeKey = ApiKey.extend({ key: z.string(), viewerTokenSecret: z.string().nullable() });
export type MadeKey = z.infer<typeof MadeKey>;

export const ViewerTokenSecret = z.object({ viewerTokenSecret: z.string() });
export type ViewerTokenSecret = z.infer<typeof ViewerTokenSecret>;

export const User = z.object({
  id: z.int(),
  name: z.string().nullable(),
  email: z.string(),
  imageUrl: z.string().nullable(),
  memberId: z.string(),
  roles: z.array(Role),
  createdAt: instant,
  /** Start of the newest session that still exists. */
  lastSessionAt: instant.nullable(),
});
export type User = z.infer<typeof User>;
export const Users = listOf(User);
export type Users = z.infer<typeof Users>;

export const UsersQuery = ListQuery.extend({
  /** Part of a name, an e-mail address or a member id. */
  search: line(100).optional(),
  role: Role.optional(),
});
export type UsersQuery = z.infer<typeof UsersQuery>;

export const MemberLink = z.object({ memberId: line(64).min(1) });
export const RoleSet = z.object({ roles: z.array(Role).max(4) });

export const AskedRole = z.enum(['advertiser', 'creator']);
export type AskedRole = z.infer<typeof AskedRole>;
export const RoleAsk = z.object({ role: AskedRole, note: text(500).default('') });
export type RoleAsk = z.output<typeof RoleAsk>;

export const RoleRequest = z.object({
  id: z.int(),
  userId: z.int(),
  role: AskedRole,
  note: z.string(),
  state: z.enum(['waiting', 'granted', 'declined']),
  createdAt: instant,
  decidedAt: instant.nullable(),
});
export type RoleRequest = z.infer<typeof RoleRequest>;

export const WaitingRequest = RoleRequest.extend({ userName: z.string().nullable(), userEmail: z.string() });
export const WaitingRequests = listOf(WaitingRequest);
export type WaitingRequests = z.infer<typeof WaitingRequests>;

export const Me = User.pick({ id: true, name: true, email: true, imageUrl: true, memberId: true, roles: true }).extend({
  /** What the roles allow; screens show and hide by it. */
  scopes: z.array(z.enum(SCOPES)),
  roleRequests: z.array(RoleRequest),
});
export type Me = z.infer<typeof Me>;

export const Session = z.object({
  id: z.int(),
  createdAt: instant,
  expiresAt: instant,
  /** The one that asks. */
  current: z.boolean(),
});
export const Sessions = listOf(Session);
export type Sessions = z.infer<typeof Sessions>;

export const RevokedSessions = z.object({ revoked: z.int() });
export type RevokedSessions = z.infer<typeof RevokedSessions>;

export const AuditQuery = ListQuery.extend({
  subjectKind: line(64).optional(),
  subjectId: line(128).optional(),
  action: line(64).optional(),
});
export type AuditQuery = z.infer<typeof AuditQuery>;

export const AuditItem = z.object({
  id: z.int(),
  at: instant,
  actor: z.object({ kind: z.enum(['user', 'key', 'system']), id: z.int().nullable(), name: z.string() }),
  action: z.string(),
  subject: z.object({ kind: z.string(), id: z.string() }),
  before: z.unknown(),
  after: z.unknown(),
  requestId: z.string(),
});
export const AuditItems = listOf(AuditItem);
export type AuditItems = z.infer<typeof AuditItems>;

export const DemoPerson = z.object({
  userId: z.int(),
  name: z.string().nullable(),
  email: z.string(),
  roles: z.array(Role),
});
export type DemoPerson = z.infer<typeof DemoPerson>;
export const DemoPeople = z.object({ items: z.array(DemoPerson) });
export type DemoPeople = z.infer<typeof DemoPeople>;

export const DemoSignIn = z.object({ userId: z.coerce.number().int(), callbackUrl: z.string().default('/') });
