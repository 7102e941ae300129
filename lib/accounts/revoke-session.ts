import { eq } from 'drizzle-orm';
import { sessions } from '@/db/schema/accounts';
import { transaction } from '@/lib/platform/database';
import type { By } from './actor';
import { appendAudit } from './audit';
import { accountErrors } from './errors';

/** Signs a person out of one browser, at once. Errors: accounts/session-not-found. */
export async function revokeSession({ sessionId, actor, requestId }: By & { sessionId: number }): Promise<void> {
  await transaction(async (tx) => {
    const [session] = await tx.delete(sessions).where(eq(sessions.id, sessionId)).returning();
    if (!session) throw accountErrors.sessionNotFound();
    const { tokenHash: _, ...before } = session;
    const subject = { kind: 'user', id: session.userId };
    await appendAudit(tx, { actor, action: 'session.revoked', subject, before, requestId });
  });
}
