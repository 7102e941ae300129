import { askForRole } from '@/lib/accounts/ask-for-role';
import { listWaitingRequests } from '@/lib/accounts/queries/list-waiting-requests';
import { ListQuery, RoleAsk, RoleRequest, WaitingRequests } from '@/lib/accounts/schema';
import { signedInUser } from '@/lib/accounts/signed-in-user';
import { route } from '@/lib/http/route';

export const GET = route({
  summary: 'Requests for a role that wait for an answer, the oldest first.',
  scope: 'accounts:read',
  query: ListQuery,
  response: WaitingRequests,
  handle: ({ query }) => listWaitingRequests(query),
});

export const POST = route({
  summary: 'Asks for the creator or advertiser role; the answer shows up under /me.',
  scope: 'signed-in',
  body: RoleAsk,
  response: RoleRequest,
  status: 201,
  handle: ({ body, actor, now }) => askForRole({ user: signedInUser(actor), ask: body, now }),
});
