import { transaction } from '@/lib/platform/database';
import type { By } from './actor';
import { appendAudit } from './audit';
import { accountErrors } from './errors';
import { leavesNoAdmin, rolesAfter } from './rules';
import type { Role } from './schema';
import { deleteRolesExcept, insertRole, lockAdmins, lockUser, rolesOf } from './store';

/** Gives a person these roles and no others but `member`, which everybody keeps. Errors: accounts/user-not-found, accounts/last-admin. */
export async function setRoles(input: By & { userId: number; roles: readonly Role[] }): Promise<Role[]> {
  const { userId, actor, requestId, now } = input;
  const after = rolesAfter(input.roles);
  return transaction(async (tx) => {
    await lockUser(tx, userId);
    const admins = await lockAdmins(tx);
    const before = await rolesOf(tx, userId);
    if (before.join() === after.join()) return after;
    if (leavesNoAdmin(userId, after, admins)) throw accountErrors.lastAdmin();
    await deleteRolesExcept(tx, userId, after);
    for (const role of after) await insertRole(tx, userId, role, now);
    await appendAudit(tx, {
      actor,
      action: 'user.roles-changed',
      subject: { kind: 'user', id: userId },
      before: { roles: before },
      after: { roles: after },
      requestId,
    });
    return after;
  });
}
