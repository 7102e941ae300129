import type { Actor, UserActor } from './actor';
import { accountErrors } from './errors';

/** The person behind a door that lets in sessions only. Throws accounts/unauthenticated for a key. */
export function signedInUser(actor: Actor): UserActor {
  if (actor.kind !== 'user') throw accountErrors.unauthenticated();
  return actor;
}
