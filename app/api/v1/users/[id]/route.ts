import { linkMember } from '@/lib/accounts/link-member';
import { getUser } from '@/lib/accounts/queries/users';
import { IdInPath, MemberLink, User } from '@/lib/accounts/schema';
import { route } from '@/lib/http/route';

export const GET = route({
  summary: 'One person.',
  scope: 'accounts:read',
  params: IdInPath,
  response: User,
  handle: ({ params }) => getUser(params.id),
});

export const PATCH = route({
  summary: "Links a person to one of the platform's own member ids.",
  scope: 'accounts:write',
  params: IdInPath,
  body: MemberLink,
  response: User,
  handle: async ({ params, body, ...by }) => {
    await linkMember({ userId: params.id, memberId: body.memberId, ...by });
    return getUser(params.id);
  },
});
