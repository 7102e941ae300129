import type { Actor } from '@/lib/accounts/actor';
import { accountErrors } from '@/lib/accounts/errors';
import { communityErrors } from './errors';

/**
 * The member in whose name somebody writes: a person their own, also an admin; a program the one it names.
 * Errors: accounts/other-member, community/member-missing.
 */
export function actingAuthor(actor: Actor, memberId: string | undefined): string {
  if (actor.kind === 'user') {
    if (memberId !== undefined && memberId !== actor.memberId) throw accountErrors.otherMember();
    return actor.memberId;
  }
  if (memberId === undefined) throw communityErrors.memberMissing();
  return memberId;
}
