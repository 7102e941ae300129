import { memberInSight } from '@/lib/accounts/member-in-sight';
import { route } from '@/lib/http/route';
import { getPoints } from '@/lib/points/queries/get-points';
import { MemberPath, Points } from '@/lib/points/schema';

export const GET = route({
  summary: 'The points a member has, and those promised that are about to be paid.',
  scope: 'members:read',
  params: MemberPath,
  response: Points,
  handle: async ({ params, actor }) => getPoints(memberInSight(actor, params.id)),
});
