import type { UserActor } from '../actor';
import type { RoleRequestRow } from '../ask-for-role';
import { roleAllows, SCOPES, type Scope } from '../scopes';
import { listOwnRequests } from './list-waiting-requests';
import { getUser, type UserRow } from './users';

export type MeRow = Pick<UserRow, 'id' | 'name' | 'email' | 'imageUrl' | 'memberId' | 'roles'> & {
  scopes: Scope[];
  roleRequests: RoleRequestRow[];
};

/** The signed-in person, what the roles allow, and what became of requests for more. */
export async function getMe(actor: UserActor): Promise<MeRow> {
  const [user, roleRequests] = await Promise.all([getUser(actor.id), listOwnRequests(actor.id)]);
  const { id, name, email, imageUrl, memberId, roles } = user;
  const scopes = SCOPES.filter((scope) => roleAllows(roles, scope));
  return { id, name, email, imageUrl, memberId, roles, scopes, roleRequests };
}
