import { actingMember } from '@/lib/accounts/acting-member';
import { adErrors } from '@/lib/ads/errors';
import { participate } from '@/lib/ads/participate';
import { AdPath, Join, Participation } from '@/lib/ads/schema';
import { route } from '@/lib/http/route';
import { idOf } from '@/lib/kernel/id';

export const POST = route({
  example: () => ({ body: { memberId: 'member-42' } }),
  summary: 'Joins an ad for its reward; once a member, while places last. Answered after the commit.',
  scope: 'ads:join',
  params: AdPath,
  body: Join,
  emptyBody: true,
  idempotent: true,
  response: Participation,
  status: 201,
  handle: ({ params, body, actor, now, firstAnswer }) => {
    const memberId = actingMember(actor, body.memberId);
    if (memberId === null) throw adErrors.memberMissing();
    return participate({ adId: idOf(params.id), memberId, now, answer: firstAnswer });
  },
});
