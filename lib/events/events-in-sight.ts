import type { Actor } from '@/lib/accounts/actor';
import { requireOwned } from '@/lib/content/require-owned';
import { eventErrors } from './errors';
import { pseudonymOf } from './pseudonym-of';
import type { EventQuery } from './schema';

/**
 * How an actor may see these events: programs and admins as they are; a creator those of one content that was theirs on
 * that day, with viewers under short names. Errors: content/not-found, events/name-a-content, events/viewer-hidden.
 */
export async function eventsInSight(actor: Actor, query: EventQuery): Promise<(viewer: string) => string> {
  if (actor.kind !== 'user' || actor.roles.includes('admin')) return (viewer) => viewer;
  if (query.contentId === undefined) throw eventErrors.nameAContent();
  if (query.viewer !== undefined) throw eventErrors.viewerHidden();
  await requireOwned(actor, query.contentId, query.day);
  return (viewer) => pseudonymOf(viewer, actor.id);
}
