import type { Actor } from '@/lib/accounts/actor';
import { accountErrors } from '@/lib/accounts/errors';
import { dashboardErrors } from './errors';
import type { Whose } from './streaming-schema';

/**
 * Whose contents are asked for: everybody's (null) for admins and programs, one's own for a creator, and for an admin
 * who asks for `mine`. Errors: accounts/missing-scope, dashboard/nobodys-own.
 */
export function creatorSeenBy(actor: Actor, whose: Whose | undefined): number | null {
  if (actor.kind !== 'user') {
    if (whose === 'mine') throw dashboardErrors.nobodysOwn();
    return null;
  }
  const admin = actor.roles.includes('admin');
  if (!admin && whose === 'all') throw accountErrors.missingScope('stats:read');
  return admin && whose !== 'mine' ? null : actor.id;
}
