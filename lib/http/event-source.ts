import type { Actor } from '@/lib/accounts/actor';
import type { EventSource } from '@/lib/events/name-viewers';
import { addressOf } from './address';

/** How far the names in events of this sender are believed: a secret key fully, a browser only for itself. */
export function eventSourceOf(request: Request, actor: Actor): EventSource {
  const trusted = actor.kind === 'key' && actor.keyKind === 'secret';
  return {
    keyId: actor.kind === 'key' ? actor.id : null,
    trusted,
    memberId: actor.kind === 'user' ? actor.memberId : null,
    address: addressOf(request),
    userAgent: trusted ? null : request.headers.get('user-agent'),
  };
}
