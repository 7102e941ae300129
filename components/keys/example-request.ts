import type { ApiKey } from '@/lib/accounts/schema';

type Made = Pick<ApiKey, 'kind' | 'scopes'> & { key: string };
type Moment = { origin: string; eventId: string; at: string };

const READS: readonly (readonly [scope: string, path: string])[] = [
  ['contents:read', '/api/v1/contents'],
  ['runs:read', '/api/v1/runs'],
  ['audit:read', '/api/v1/audit'],
  ['keys:read', '/api/v1/keys'],
  ['accounts:read', '/api/v1/users'],
  ['ads:read', '/api/v1/ads'],
  ['ads:joinable', '/api/v1/ads/joinable'],
  ['jobs:read', '/api/v1/jobs/summary'],
];

/** Whether the example posts an event, which is what most keys are for. */
export const maySendEvents = (scopes: readonly string[]) => scopes.includes('*') || scopes.includes('events:write');

/** A line to paste into a shell that does something which this key may do; null when there is nothing short to show. */
export function exampleRequest({ key, kind, scopes }: Made, { origin, eventId, at }: Moment): string | null {
  const bearer = `-H 'Authorization: Bearer ${key}'`;
  if (maySendEvents(scopes)) {
    const who = kind === 'secret' ? { viewerId: 'member-1' } : { anonymousId: 'visitor-1' };
    const body = JSON.stringify([{ id: eventId, type: 'click', contentId: 1, ...who, at }]);
    return `curl ${origin}/api/v1/events ${bearer} -H 'content-type: application/json' -d '${body}'`;
  }
  if (scopes.includes('stats:refresh')) return `curl -X POST ${origin}/api/v1/stats/refresh ${bearer}`;
  if (scopes.includes('stats:read')) {
    const day = at.slice(0, 10);
    return `curl '${origin}/api/v1/stats?from=${day}&to=${day}' ${bearer}`;
  }
  const read = READS.find(([scope]) => scopes.includes(scope));
  return read ? `curl ${origin}${read[1]} ${bearer}` : null;
}
