import { memberInSight } from '@/lib/accounts/member-in-sight';
import { route } from '@/lib/http/route';
import { eraseMember } from '@/lib/privacy/erase-member';
import { EraseMember, MemberErased, MemberInPath } from '@/lib/privacy/schema';

export const POST = route({
  summary:
    'Erases a member for good, by an admin or the member; `confirm` is the member id. Figures, points and orders stay, under an id that names nobody.',
  scope: 'signed-in',
  params: MemberInPath,
  body: EraseMember,
  response: MemberErased,
  handle: ({ params, body, ...call }) =>
    eraseMember({ memberId: memberInSight(call.actor, params.id), ...body, ...call }),
});
