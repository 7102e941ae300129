import { decideRoleRequest } from '@/lib/accounts/decide-role-request';
import { IdInPath, RoleRequest } from '@/lib/accounts/schema';
import { route } from '@/lib/http/route';

export const POST = route({
  summary: 'Refuses a request for a role; a second time changes nothing.',
  scope: 'accounts:write',
  params: IdInPath,
  response: RoleRequest,
  handle: ({ params, ...by }) => decideRoleRequest({ roleRequestId: params.id, decision: 'declined', ...by }),
});
