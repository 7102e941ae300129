import { eq } from 'drizzle-orm';
import { roleRequests } from '@/db/schema/accounts';
import { type Tx, transaction } from '@/lib/platform/database';
import type { By } from './actor';
import type { RoleRequestRow } from './ask-for-role';
import { appendAudit } from './audit';
import { accountErrors } from './errors';
import { AskedRole } from './schema';
import { insertRole, rolesOf } from './store';

type Decision = By & { roleRequestId: number; decision: 'granted' | 'declined' };

/** Answers a request for a role; the same answer twice is once. Errors: accounts/role-request-not-found, accounts/already-decided. */
export async function decideRoleRequest(input: Decision): Promise<RoleRequestRow> {
  const { roleRequestId, decision, actor, requestId, now } = input;
  return transaction(async (tx) => {
    const request = await lockRoleRequest(tx, roleRequestId);
    if (request.state === decision) return request;
    if (request.state !== 'waiting') throw accountErrors.alreadyDecided(request.state);
    const before = await rolesOf(tx, request.userId);
    if (decision === 'granted') await insertRole(tx, request.userId, AskedRole.parse(request.role), now);
    const [decided = request] = await tx
      .update(roleRequests)
      .set({ state: decision, decidedAt: now })
      .where(eq(roleRequests.id, roleRequestId))
      .returning();
    await appendAudit(tx, {
      actor,
      action: `role-request.${decision}`,
      subject: { kind: 'user', id: request.userId },
      before: { roles: before, roleRequest: request },
      after: { roles: await rolesOf(tx, request.userId), roleRequest: decided },
      requestId,
    });
    return decided;
  });
}

async function lockRoleRequest(tx: Tx, id: number): Promise<RoleRequestRow> {
  const [request] = await tx.select().from(roleRequests).where(eq(roleRequests.id, id)).for('update');
  if (!request) throw accountErrors.requestNotFound();
  return request;
}
