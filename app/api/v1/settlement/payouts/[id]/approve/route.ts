import { route } from '@/lib/http/route';
import { idOf } from '@/lib/kernel/id';
import { approvePayout } from '@/lib/settlement/approve-payout';
import { Payout, PayoutPath } from '@/lib/settlement/payout-schema';

export const POST = route({
  summary: 'Approves a pending payout, to the account of now.',
  scope: 'payouts:write',
  params: PayoutPath,
  response: Payout,
  handle: ({ params, ...call }) => approvePayout({ id: idOf(params.id), ...call }),
});
