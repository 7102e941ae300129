import { getUser } from '@/lib/accounts/queries/users';
import { IdInPath, RoleSet, User } from '@/lib/accounts/schema';
import { setRoles } from '@/lib/accounts/set-roles';
import { route } from '@/lib/http/route';

export const PUT = route({
  summary: 'Gives a person these roles and takes the others; everybody stays a member, and somebody admin.',
  scope: 'accounts:write',
  params: IdInPath,
  body: RoleSet,
  response: User,
  handle: async ({ params, body, ...by }) => {
    await setRoles({ userId: params.id, roles: body.roles, ...by });
    return getUser(params.id);
  },
});
