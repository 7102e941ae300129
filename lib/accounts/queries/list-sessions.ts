import { and, desc, eq, gt, lt } from 'drizzle-orm';
import { sessions } from '@/db/schema/accounts';
import { type Page, pageOf } from '@/lib/kernel/page';
import { db } from '@/lib/platform/database';
import type { Actor } from '../actor';
import type { ListQuery } from '../schema';
import { getUser } from './users';

export type SessionRow = { id: number; createdAt: Date; expiresAt: Date; current: boolean };
type Question = ListQuery & { userId: number; actor: Actor; now: Date };

/** Where a person is signed in, newest first. Throws accounts/user-not-found. */
export async function listSessions({ userId, actor, now, limit, cursor }: Question): Promise<Page<SessionRow>> {
  await getUser(userId);
  const rows = await db()
    .select({ id: sessions.id, createdAt: sessions.createdAt, expiresAt: sessions.expiresAt })
    .from(sessions)
    .where(
      and(
        eq(sessions.userId, userId),
        gt(sessions.expiresAt, now),
        cursor === undefined ? undefined : lt(sessions.id, cursor),
      ),
    )
    .orderBy(desc(sessions.id))
    .limit(limit + 1);
  const current = actor.kind === 'user' ? actor.sessionId : null;
  return pageOf(
    rows.map((row) => ({ ...row, current: row.id === current })),
    limit,
    (row) => [row.id],
  );
}
