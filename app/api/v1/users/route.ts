import { listUsers } from '@/lib/accounts/queries/users';
import { Users, UsersQuery } from '@/lib/accounts/schema';
import { route } from '@/lib/http/route';

export const GET = route({
  summary: 'People who have signed in, newest first.',
  scope: 'accounts:read',
  query: UsersQuery,
  response: Users,
  handle: ({ query }) => listUsers(query),
});
