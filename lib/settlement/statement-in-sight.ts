import type { Actor } from '@/lib/accounts/actor';
import { statementErrors } from './statement-errors';
import { type StatementKey, statementKeyOf } from './statement-id';

/**
 * Which statement an id names: any one for programs and admins, one's own for a creator, another's is not there.
 * Errors: settlement/statement-not-found.
 */
export function statementInSight(actor: Actor, id: string): StatementKey {
  const key = statementKeyOf(id);
  const sees = actor.kind !== 'user' || actor.roles.includes('admin') || actor.id === key?.creatorId;
  if (!key || !sees) throw statementErrors.statementNotFound();
  return key;
}
