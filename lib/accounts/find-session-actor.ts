import { and, eq, gt, sql } from 'drizzle-orm';
import { sessions, userRoles, users } from '@/db/schema/accounts';
import { now } from '@/lib/platform/clock';
import { db } from '@/lib/platform/database';
import { sha256 } from '@/lib/platform/secret';
import type { UserActor } from './actor';
import { Role } from './schema';

/** The person behind a session cookie; null when it is unknown, revoked or expired. Never cached: revoking works at once. */
export async function findSessionActor(token: string): Promise<UserActor | null> {
  const [row] = await db()
    .select({
      sessionId: sessions.id,
      id: users.id,
      name: users.name,
      email: users.email,
      memberId: users.memberId,
      roles: sql<string[]>`array(select role from ${userRoles} where ${userRoles.userId} = ${users.id} order by role)`,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.tokenHash, sha256(token)), gt(sessions.expiresAt, now())));
  if (!row) return null;
  return { kind: 'user', ...row, name: row.name ?? row.email, roles: Role.array().parse(row.roles) };
}
