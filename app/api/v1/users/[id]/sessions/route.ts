import { listSessions } from '@/lib/accounts/queries/list-sessions';
import { revokeSessionsOf } from '@/lib/accounts/revoke-sessions-of';
import { IdInPath, ListQuery, RevokedSessions, Sessions } from '@/lib/accounts/schema';
import { route } from '@/lib/http/route';

export const GET = route({
  summary: 'Where a person is signed in, newest first.',
  scope: 'accounts:read',
  params: IdInPath,
  query: ListQuery,
  response: Sessions,
  handle: ({ params, query, actor, now }) => listSessions({ userId: params.id, actor, now, ...query }),
});

export const DELETE = route({
  summary: 'Signs a person out everywhere.',
  scope: 'accounts:write',
  params: IdInPath,
  response: RevokedSessions,
  handle: async ({ params, ...by }) => ({ revoked: await revokeSessionsOf({ userId: params.id, ...by }) }),
});
