import { asc, eq, sql } from 'drizzle-orm';
import { demoPeople, userRoles, users } from '@/db/schema/accounts';
import { db } from '@/lib/platform/database';
import { type DemoPerson, Role } from '../schema';

/** The people whom a visitor of the demo may sign in as. */
export async function listDemoPeople(): Promise<DemoPerson[]> {
  const rows = await db()
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      roles: sql<string[]>`array(select role from ${userRoles} where user_id = users.id order by role)`,
    })
    .from(demoPeople)
    .innerJoin(users, eq(users.id, demoPeople.userId))
    .orderBy(asc(demoPeople.position), asc(users.id));
  return rows.map((row) => ({ ...row, roles: Role.array().parse(row.roles) }));
}
