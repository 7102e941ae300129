import { memberInSight } from '@/lib/accounts/member-in-sight';
import { route } from '@/lib/http/route';
import { listEntries } from '@/lib/points/queries/list-entries';
import { MemberPath, PointEntryList, PointEntryQuery } from '@/lib/points/schema';

export const GET = route({
  summary: "What moved a member's points, newest first.",
  scope: 'members:read',
  params: MemberPath,
  query: PointEntryQuery,
  response: PointEntryList,
  handle: async ({ params, query, actor }) => listEntries(memberInSight(actor, params.id), query),
});
