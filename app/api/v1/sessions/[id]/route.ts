import { revokeSession } from '@/lib/accounts/revoke-session';
import { IdInPath } from '@/lib/accounts/schema';
import { route } from '@/lib/http/route';

export const DELETE = route({
  summary: 'Signs a person out of one browser.',
  scope: 'accounts:write',
  params: IdInPath,
  status: 204,
  handle: ({ params, ...by }) => revokeSession({ sessionId: params.id, ...by }),
});
