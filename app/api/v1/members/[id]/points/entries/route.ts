import { memberInSight } from '@/lib/accounts/member-in-sight';
import { listNamedEntries } from '@/lib/ads/queries/list-named-entries';
import { route } from '@/lib/http/route';
import { MemberPath, PointEntryList, PointEntryQuery } from '@/lib/points/schema';

export const GET = route({
  summary: "What moved a member's points, newest first.",
  scope: 'members:read',
  params: MemberPath,
  query: PointEntryQuery,
  response: PointEntryList,
  handle: async ({ params, query, actor }) => listNamedEntries(memberInSight(actor, params.id), query),
});
