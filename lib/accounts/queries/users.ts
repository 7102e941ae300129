import { and, desc, eq, ilike, lt, or, type SQL, sql } from 'drizzle-orm';
import { sessions, userRoles, users } from '@/db/schema/accounts';
import { type Page, pageOf } from '@/lib/kernel/page';
import { db } from '@/lib/platform/database';
import { accountErrors } from '../errors';
import { Role, type UsersQuery } from '../schema';

export type UserRow = Awaited<ReturnType<typeof selectUsers>>[number];

/** People who have signed in, newest first. */
export async function listUsers({ search, role, limit, cursor }: UsersQuery): Promise<Page<UserRow>> {
  const rows = await selectUsers(
    and(
      cursor === undefined ? undefined : lt(users.id, cursor),
      search ? matches(search) : undefined,
      role && sql`exists (select from ${userRoles} where user_id = users.id and role = ${role})`,
    ),
    limit + 1,
  );
  return pageOf(rows, limit, (row) => [row.id]);
}

/** Throws accounts/user-not-found. */
export async function getUser(userId: number): Promise<UserRow> {
  const [user] = await selectUsers(eq(users.id, userId), 1);
  if (!user) throw accountErrors.userNotFound();
  return user;
}

async function selectUsers(where: SQL | undefined, limit: number) {
  const rows = await db()
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      imageUrl: users.imageUrl,
      memberId: users.memberId,
      createdAt: users.createdAt,
      roles: sql<string[]>`array(select role from ${userRoles} where user_id = users.id order by role)`,
      lastSessionAt: sql<Date | null>`(select max(s.created_at) from ${sessions} s where s.user_id = users.id)`.mapWith(
        sessions.createdAt,
      ),
    })
    .from(users)
    .where(where)
    .orderBy(desc(users.id))
    .limit(limit);
  return rows.map((row) => ({ ...row, roles: Role.array().parse(row.roles) }));
}

/** The searched letters themselves; `%` and `_` are no wildcards. */
function matches(search: string): SQL | undefined {
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  return or(ilike(users.name, pattern), ilike(users.email, pattern), ilike(users.memberId, pattern));
}
