import { roleRequests } from '@/db/schema/accounts';
import { transaction } from '@/lib/platform/database';
import type { UserActor } from './actor';
import { accountErrors } from './errors';
import type { RoleAsk } from './schema';
import { rolesOf } from './store';

export type RoleRequestRow = typeof roleRequests.$inferSelect;

/** A person asks for the creator or advertiser role. Errors: accounts/role-held, accounts/already-asked. */
export async function askForRole(input: { user: UserActor; ask: RoleAsk; now: Date }): Promise<RoleRequestRow> {
  const { user, ask, now } = input;
  return transaction(async (tx) => {
    const held = await rolesOf(tx, user.id);
    if (held.includes(ask.role)) throw accountErrors.roleHeld();
    const [request] = await tx
      .insert(roleRequests)
      .values({ userId: user.id, role: ask.role, note: ask.note, createdAt: now })
      .onConflictDoNothing() // role_requests_waiting_key: one open request a person and role
      .returning();
    if (!request) throw accountErrors.alreadyAsked();
    return request;
  });
}
