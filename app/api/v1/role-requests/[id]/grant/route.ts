import { decideRoleRequest } from '@/lib/accounts/decide-role-request';
import { IdInPath, RoleRequest } from '@/lib/accounts/schema';
import { route } from '@/lib/http/route';

export const POST = route({
  summary: 'Gives the role that was asked for; a second time changes nothing.',
  scope: 'accounts:write',
  params: IdInPath,
  response: RoleRequest,
  handle: ({ params, ...by }) => decideRoleRequest({ roleRequestId: params.id, decision: 'granted', ...by }),
});
