import type { Actor } from '@/lib/accounts/actor';
import { settlementErrors } from './errors';

/**
 * Whose settlements are asked for: anybody's for programs and admins (null is everybody's), one's own for a creator.
 * Errors: settlement/creator-not-found.
 */
export function creatorInSight(actor: Actor, creatorId: number | undefined): number | null {
  if (actor.kind !== 'user' || actor.roles.includes('admin')) return creatorId ?? null;
  if (creatorId !== undefined && creatorId !== actor.id) throw settlementErrors.creatorNotFound();
  return actor.id;
}
