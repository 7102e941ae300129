import { route } from '@/lib/http/route';
import { idOf } from '@/lib/kernel/id';
import { holdCreator } from '@/lib/settlement/hold-creator';
import { CreatorPayee, HoldBody, PayoutPath } from '@/lib/settlement/payout-schema';

export const POST = route({
  summary: 'Holds all payouts of a creator that are not paid, and those to come, until released.',
  scope: 'payouts:write',
  params: PayoutPath,
  body: HoldBody,
  response: CreatorPayee,
  handle: ({ params, body, ...call }) => holdCreator({ creatorId: idOf(params.id), ...body, ...call }),
});
