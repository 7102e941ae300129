import { route } from '@/lib/http/route';
import { idOf } from '@/lib/kernel/id';
import { Payout, PayoutPath } from '@/lib/settlement/payout-schema';
import { releasePayout } from '@/lib/settlement/release-payout';

export const POST = route({
  summary: 'Gives a held payout back the state that it was held from.',
  scope: 'payouts:write',
  params: PayoutPath,
  response: Payout,
  handle: ({ params, ...call }) => releasePayout({ id: idOf(params.id), ...call }),
});
