import { memberInSight } from '@/lib/accounts/member-in-sight';
import { listJoined } from '@/lib/ads/queries/list-joined';
import { JoinedList, JoinedQuery } from '@/lib/ads/schema';
import { route } from '@/lib/http/route';
import { MemberPath } from '@/lib/points/schema';

export const GET = route({
  summary: 'What a member joined in a time, oldest first, with name and reward as they were. Dates are whole days.',
  scope: 'members:read',
  params: MemberPath,
  query: JoinedQuery,
  response: JoinedList,
  handle: async ({ params, query, actor }) => listJoined({ memberId: memberInSight(actor, params.id), ...query }),
});
