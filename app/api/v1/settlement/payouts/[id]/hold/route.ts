import { route } from '@/lib/http/route';
import { idOf } from '@/lib/kernel/id';
import { holdPayout } from '@/lib/settlement/hold-payout';
import { HoldBody, Payout, PayoutPath } from '@/lib/settlement/payout-schema';

export const POST = route({
  summary: 'Holds a payout that is not paid, with a reason.',
  scope: 'payouts:write',
  params: PayoutPath,
  body: HoldBody,
  response: Payout,
  handle: ({ params, body, ...call }) => holdPayout({ id: idOf(params.id), ...body, ...call }),
});
