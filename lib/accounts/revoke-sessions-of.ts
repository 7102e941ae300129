import { eq } from 'drizzle-orm';
import { sessions } from '@/db/schema/accounts';
import { transaction } from '@/lib/platform/database';
import type { By } from './actor';
import { appendAudit } from './audit';
import { lockUser } from './store';

/** Signs a person out of every browser, at once; how many those were. Errors: accounts/user-not-found. */
export async function revokeSessionsOf({ userId, actor, requestId }: By & { userId: number }): Promise<number> {
  return transaction(async (tx) => {
    await lockUser(tx, userId);
    const ended = await tx
      .delete(sessions)
      .where(eq(sessions.userId, userId))
      .returning({ id: sessions.id, createdAt: sessions.createdAt, expiresAt: sessions.expiresAt });
    if (ended.length === 0) return 0;
    const subject = { kind: 'user', id: userId };
    await appendAudit(tx, { actor, action: 'sessions.revoked', subject, before: { sessions: ended }, requestId });
    return ended.length;
  });
}
