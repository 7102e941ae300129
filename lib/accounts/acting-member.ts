import type { Actor } from './actor';
import { accountErrors } from './errors';

/**
 * The member a request acts for: the one that a program or an admin names; without a name, a person's own. Null when
 * a program names nobody. Errors: accounts/other-member for a person who names somebody else.
 */
export function actingMember(actor: Actor, memberId: string | undefined): string | null {
  if (actor.kind !== 'user') return memberId ?? null;
  if (memberId === undefined || memberId === actor.memberId) return actor.memberId;
  if (!actor.roles.includes('admin')) throw accountErrors.otherMember();
  return memberId;
}
