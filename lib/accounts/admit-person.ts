import { and, eq, ne, sql } from 'drizzle-orm';
import { identities, users } from '@/db/schema/accounts';
import { type Tx, transaction } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { SYSTEM } from './actor';
import { appendAudit } from './audit';
import { accountErrors } from './errors';
import { randomBase62 } from './random-base62';
import { insertRole, rolesOf } from './store';

/** A person as the identity provider describes them. */
export type Claims = {
  provider: string;
  providerAccountId: string;
  email: string;
  emailVerified: boolean;
  name: string | null;
  imageUrl: string | null;
};

/**
 * Lets in whom a provider vouches for: known by the account there, else by the verified address, else new, with a
 * member id and the role `member`. ADMIN_EMAILS become admins. Returns the user id. Errors: accounts/email-not-verified.
 */
export async function admitPerson({ claims, requestId, now }: Admission): Promise<number> {
  if (!claims.emailVerified) throw accountErrors.emailNotVerified();
  return transaction(async (tx) => {
    const known = (await findByIdentity(tx, claims)) ?? (await findByEmail(tx, claims.email));
    const userId = known ?? (await insertUser(tx, claims, now));
    const { provider, providerAccountId } = claims;
    await tx.insert(identities).values({ provider, providerAccountId, userId, createdAt: now }).onConflictDoNothing();
    await refresh(tx, userId, claims, now);
    await insertRole(tx, userId, 'member', now);
    if (env().ADMIN_EMAILS.includes(claims.email.toLowerCase())) await makeAdmin(tx, userId, { requestId, now });
    return userId;
  });
}

type Admission = { claims: Claims; requestId: string; now: Date };

async function findByIdentity(tx: Tx, { provider, providerAccountId }: Claims): Promise<number | undefined> {
  const [row] = await tx
    .select({ userId: identities.userId })
    .from(identities)
    .where(and(eq(identities.provider, provider), eq(identities.providerAccountId, providerAccountId)));
  return row?.userId;
}

async function findByEmail(tx: Tx, email: string): Promise<number | undefined> {
  const [row] = await tx
    .select({ id: users.id })
    .from(users)
    .where(eq(sql`lower(${users.email})`, email.toLowerCase()));
  return row?.id;
}

async function insertUser(tx: Tx, { email, name, imageUrl }: Claims, now: Date): Promise<number> {
  const memberId = `mem_${randomBase62(20)}`;
  const [row] = await tx
    .insert(users)
    .values({ email, name, imageUrl, memberId, emailVerifiedAt: now, createdAt: now })
    .onConflictDoNothing() // two tabs of one newcomer
    .returning({ id: users.id });
  const id = row?.id ?? (await findByEmail(tx, email));
  if (id === undefined) throw new Error('a new person was not inserted');
  return id;
}

/** Names, pictures and addresses change at the provider; an address that somebody else here has stays theirs. */
async function refresh(tx: Tx, userId: number, { email, name, imageUrl }: Claims, now: Date): Promise<void> {
  const lower = email.toLowerCase();
  const [other] = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(sql`lower(${users.email})`, lower), ne(users.id, userId)));
  await tx
    .update(users)
    .set({ ...(name && { name }), ...(imageUrl && { imageUrl }), ...(!other && { email, emailVerifiedAt: now }) })
    .where(eq(users.id, userId));
}

async function makeAdmin(tx: Tx, userId: number, { requestId, now }: { requestId: string; now: Date }): Promise<void> {
  const before = await rolesOf(tx, userId);
  if (!(await insertRole(tx, userId, 'admin', now))) return;
  await appendAudit(tx, {
    actor: { ...SYSTEM, name: 'ADMIN_EMAILS' },
    action: 'user.roles-changed',
    subject: { kind: 'user', id: userId },
    before: { roles: before },
    after: { roles: await rolesOf(tx, userId) },
    requestId,
  });
}
