import { and, asc, eq, getTableColumns, notInArray } from 'drizzle-orm';
import { apiKeys, userRoles, users } from '@/db/schema/accounts';
import type { Db } from '@/lib/platform/database';
import { accountErrors } from './errors';
import { Role } from './schema';

const { hash: _hash, ...columns } = getTableColumns(apiKeys);

/** All of a key but its hash, which leaves the database only to be compared. */
export const keyColumns = columns;
export type KeyRow = Omit<typeof apiKeys.$inferSelect, 'hash'>;

/** A key, held against other changes until the transaction ends. Throws accounts/key-not-found. */
export async function lockKey(tx: Db, keyId: number): Promise<typeof apiKeys.$inferSelect> {
  const [key] = await tx.select().from(apiKeys).where(eq(apiKeys.id, keyId)).for('update');
  if (!key) throw accountErrors.keyNotFound();
  return key;
}

/** A person, held against other changes until the transaction ends. Throws accounts/user-not-found. */
export async function lockUser(tx: Db, userId: number): Promise<typeof users.$inferSelect> {
  const [user] = await tx.select().from(users).where(eq(users.id, userId)).for('update');
  if (!user) throw accountErrors.userNotFound();
  return user;
}

/** The ids of all admins. Two who would take each other's role away at once meet here, and the second sees the first's result. */
export async function lockAdmins(tx: Db): Promise<number[]> {
  const rows = await tx
    .select({ userId: userRoles.userId })
    .from(userRoles)
    .where(eq(userRoles.role, 'admin'))
    .orderBy(asc(userRoles.userId))
    .for('update');
  return rows.map((row) => row.userId);
}

export async function rolesOf(tx: Db, userId: number): Promise<Role[]> {
  const rows = await tx
    .select({ role: userRoles.role })
    .from(userRoles)
    .where(eq(userRoles.userId, userId))
    .orderBy(asc(userRoles.role));
  return Role.array().parse(rows.map((row) => row.role));
}

/** Gives a role; false when the person has it already. */
export async function insertRole(tx: Db, userId: number, role: Role, now: Date): Promise<boolean> {
  const rows = await tx
    .insert(userRoles)
    .values({ userId, role, grantedAt: now })
    .onConflictDoNothing()
    .returning({ role: userRoles.role });
  return rows.length > 0;
}

export async function deleteRolesExcept(tx: Db, userId: number, kept: readonly Role[]): Promise<void> {
  await tx.delete(userRoles).where(and(eq(userRoles.userId, userId), notInArray(userRoles.role, [...kept])));
}

/** Whether an error is Postgres refusing a row by this constraint; drizzle wraps it. */
export function violates(error: unknown, constraint: string): boolean {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  return typeof cause === 'object' && cause !== null && 'constraint' in cause && cause.constraint === constraint;
}
