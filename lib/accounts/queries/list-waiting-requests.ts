import { and, asc, desc, eq, getTableColumns, gt } from 'drizzle-orm';
import { roleRequests, users } from '@/db/schema/accounts';
import { type Page, pageOf } from '@/lib/kernel/page';
import { db } from '@/lib/platform/database';
import type { RoleRequestRow } from '../ask-for-role';
import type { ListQuery } from '../schema';

export type WaitingRow = RoleRequestRow & { userName: string | null; userEmail: string };

/** Requests that wait for an answer, the oldest first. */
export async function listWaitingRequests({ limit, cursor }: ListQuery): Promise<Page<WaitingRow>> {
  const rows = await db()
    .select({ ...getTableColumns(roleRequests), userName: users.name, userEmail: users.email })
    .from(roleRequests)
    .innerJoin(users, eq(users.id, roleRequests.userId))
    .where(and(eq(roleRequests.state, 'waiting'), cursor === undefined ? undefined : gt(roleRequests.id, cursor)))
    .orderBy(asc(roleRequests.id))
    .limit(limit + 1);
  return pageOf(rows, limit, (row) => [row.id]);
}

/** What a person asked for and what became of it, the newest first; the last 20. */
export async function listOwnRequests(userId: number): Promise<RoleRequestRow[]> {
  return db()
    .select()
    .from(roleRequests)
    .where(eq(roleRequests.userId, userId))
    .orderBy(desc(roleRequests.id))
    .limit(20);
}
