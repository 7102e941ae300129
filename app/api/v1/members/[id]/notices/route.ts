import { memberInSight } from '@/lib/accounts/member-in-sight';
import { route } from '@/lib/http/route';
import { listNotices } from '@/lib/notices/queries/list-notices';
import { NoticeList, NoticeQuery } from '@/lib/notices/schema';
import { MemberPath } from '@/lib/points/schema';

export const GET = route({
  summary: 'What a member was told, newest first, and how much of it is unread.',
  scope: 'members:read',
  params: MemberPath,
  query: NoticeQuery,
  response: NoticeList,
  handle: async ({ params, query, actor }) => listNotices(memberInSight(actor, params.id), query),
});
