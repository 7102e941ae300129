import { memberInSight } from '@/lib/accounts/member-in-sight';
import { route } from '@/lib/http/route';
import { readNotices } from '@/lib/notices/read-notices';
import { NoticesRead, NoticesSeen } from '@/lib/notices/schema';
import { MemberPath } from '@/lib/points/schema';

export const POST = route({
  summary: "Marks a member's notices as read, up to one of them.",
  scope: 'members:write',
  params: MemberPath,
  body: NoticesSeen,
  response: NoticesRead,
  handle: async ({ params, body, actor, now }) =>
    readNotices({ memberId: memberInSight(actor, params.id), upTo: body.upTo, now }),
});
