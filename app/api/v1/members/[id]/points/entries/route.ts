import { memberInSight } from '@/lib/accounts/member-in-sight';
import { route } from '@/lib/http/route';
import { MemberPath, PointEntryList, PointEntryQuery } from '@/lib/points/schema';
import { listWalletEntries } from '@/lib/shop/queries/list-wallet-entries';

export const GET = route({
  summary: "What moved a member's points, newest first.",
  scope: 'members:read',
  params: MemberPath,
  query: PointEntryQuery,
  response: PointEntryList,
  handle: async ({ params, query, actor }) => listWalletEntries(memberInSight(actor, params.id), query),
});
