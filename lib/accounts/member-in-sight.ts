import type { Actor } from './actor';
import { accountErrors } from './errors';

/**
 * The member whose things are asked for: any one for programs and admins, their own for everybody else. A member need
 * not be known here: whoever did nothing yet has nothing. Errors: accounts/member-not-found.
 */
export function memberInSight(actor: Actor, memberId: string): string {
  const isNobodyElse = actor.kind !== 'user' || actor.roles.includes('admin') || actor.memberId === memberId;
  if (!isNobodyElse || !isMemberId(memberId)) throw accountErrors.memberNotFound();
  return memberId;
}

/** 1 to 64 characters that a text column can hold. */
function isMemberId(text: string): boolean {
  const { length } = [...text];
  return length >= 1 && length <= 64 && text.isWellFormed() && !text.includes('\u0000');
}
