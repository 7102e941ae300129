import { eq } from 'drizzle-orm';
import { users } from '@/db/schema/accounts';
import { transaction } from '@/lib/platform/database';
import type { By } from './actor';
import { appendAudit } from './audit';
import { accountErrors } from './errors';
import { lockUser, violates } from './store';

/** Says under which of the platform's ids a person watches and earns. Errors: accounts/user-not-found, accounts/member-id-taken. */
export async function linkMember(input: By & { userId: number; memberId: string }): Promise<void> {
  const { userId, memberId, actor, requestId } = input;
  const linked = transaction(async (tx) => {
    const before = await lockUser(tx, userId);
    if (before.memberId === memberId) return;
    await tx.update(users).set({ memberId }).where(eq(users.id, userId));
    await appendAudit(tx, {
      actor,
      action: 'user.member-linked',
      subject: { kind: 'user', id: userId },
      before: { memberId: before.memberId },
      after: { memberId },
      requestId,
    });
  });
  return linked.catch((error: unknown) => {
    throw violates(error, 'users_member_id_key') ? accountErrors.memberIdTaken() : error;
  });
}
