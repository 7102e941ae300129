import { route } from '@/lib/http/route';
import { idOf } from '@/lib/kernel/id';
import { CreatorPayee, PayoutPath } from '@/lib/settlement/payout-schema';
import { releaseCreator } from '@/lib/settlement/release-creator';

export const POST = route({
  summary: 'Lifts the hold of a creator; payouts held one by one stay held.',
  scope: 'payouts:write',
  params: PayoutPath,
  response: CreatorPayee,
  handle: ({ params, ...call }) => releaseCreator({ creatorId: idOf(params.id), ...call }),
});
